package navigator.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.TestTable;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;
import navigator.ops.LetterFilter;
import navigator.ops.ReadAudit;
import navigator.ops.aws.OpsTable;
import navigator.ops.aws.ParkedRequests;
import navigator.ops.aws.SimulatedWorker;
import navigator.ops.aws.TestRequestQueue;
import navigator.ops.replay.ReplayOrder;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import navigator.ops.replay.StartReplay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The commands on a stack, without a process for each: what they write, tell and end with. */
class CommandsContractTest {

  private static final String HOME = "navigator.home";
  private static final TestRequestQueue.Server QUEUES = new TestRequestQueue.Server();

  private record Ran(int exitCode, String out, String err) {}

  private final TestTable table = TestTable.create();
  private final OpsTable ops = new OpsTable(table.client(), table.name());
  private final ParkedRequests letters = new ParkedRequests(table);
  private final TestRequestQueue requests = QUEUES.queue();
  private final SimulatedWorker worker =
      new SimulatedWorker(table, requests, InstantSource.system());
  private final TestAccount account;

  CommandsContractTest(@TempDir Path home) throws IOException {
    account = new TestAccount(table, QUEUES, requests, worker::work);
    Path directory = Files.createDirectory(home.resolve(".navigator"));
    Files.writeString(directory.resolve("up.json"), account.upFile());
    System.setProperty(HOME, home.toString());
  }

  @AfterAll
  static void stopQueues() {
    QUEUES.close();
  }

  @BeforeEach
  void isUp() {
    assertThat(run("dead-letters", "list").exitCode()).isEqualTo(Exit.NOTHING);
  }

  @AfterEach
  void stop() {
    System.clearProperty(HOME);
    account.close();
  }

  @Test
  void aDryRunWritesNothing() {
    String id = park(3).getFirst().value();
    start("june");
    List<Map<String, AttributeValue>> before = items();
    assertThat(run("dead-letters", "discard", id, "--dry-run").out()).contains("would change 1");
    assertThat(run("dead-letters", "discard", "--all", "--dry-run").exitCode()).isZero();
    assertThat(run("replay", "run", "may", "--all", "--dry-run").out()).contains("3 requests");
    assertThat(run("replay", "cancel", "june", "--dry-run").out()).contains("june: matching");
    assertThat(items()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void withoutATerminalNothingIsDoneUnlessYesIsSaid() {
    String id = park(1).getFirst().value();
    List<Map<String, AttributeValue>> before = items();
    assertThat(run("dead-letters", "discard", id, "--reason", "r").exitCode())
        .isEqualTo(Exit.USAGE);
    assertThat(run("replay", "run", "may", "--all", "--reason", "r").exitCode())
        .isEqualTo(Exit.USAGE);
    assertThat(items()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void aLetterIsDiscardedOnceAndByWhomIsOnRecord() {
    RequestId id = park(1).getFirst();
    String[] discard = {"dead-letters", "discard", id.value(), "--yes", "--reason", "spam"};
    assertThat(run(discard).out()).contains("matched 1, done 1");
    assertThat(state(id)).isEqualTo("discarded");
    Ran again = run(discard);
    assertThat(again.exitCode()).isEqualTo(Exit.NOTHING);
    assertThat(again.out()).contains("discarded 1");
    assertThat(records())
        .hasSize(2)
        .allSatisfy(
            done -> {
              assertThat(done.action()).isEqualTo(AuditAction.DISCARD);
              assertThat(done.actor()).isEqualTo(TestAccount.CALLER);
              assertThat(done.reason()).isEqualTo("spam");
            });
  }

  @Test
  void whatIsBeingAskedIsNotDiscarded() {
    RequestId id = park(1).getFirst();
    table.set(Keys.deadLetter(id), Attribute.STATE, AttributeValue.fromS("replaying"));
    Ran ran = run("dead-letters", "discard", id.value(), "--yes", "--reason", "r");
    assertThat(ran.exitCode()).isEqualTo(Exit.NOTHING);
    assertThat(ran.out()).contains("replaying 1");
    assertThat(state(id)).isEqualTo("replaying");
  }

  @Test
  void textIsExportedOnRecordAlone() {
    park(2);
    assertThat(run("dead-letters", "export").out()).doesNotContain("How do I teach?");
    assertThat(records()).isEmpty();
    assertThat(run("dead-letters", "export", "--with-text").exitCode()).isEqualTo(Exit.USAGE);
    assertThat(run("dead-letters", "export", "--with-text", "--reason", "r").out())
        .contains("How do I teach?");
    assertThat(records())
        .extracting(AuditRecord::action)
        .containsExactly(AuditAction.EXPORT_TEXT, AuditAction.EXPORT_TEXT);
  }

  @Test
  void theTimesOfAFilterHaveTheirBounds() {
    List<RequestId> ids = park(3);
    Instant first = Instant.parse("2026-03-02T10:00:00Z");
    Ran ran =
        run(
            "dead-letters",
            "list",
            "--since",
            "" + first.plusSeconds(1),
            "--until",
            "" + first.plusSeconds(2));
    assertThat(ran.out())
        .contains(ids.get(1).value())
        .doesNotContain(ids.get(0).value(), ids.get(2).value());
  }

  @Test
  void aReplayIsToldInTheFormOfTheContract() {
    park(2);
    start("june");
    assertThat(run("replay", "watch", "none").exitCode()).isEqualTo(Exit.NOTHING);
    Ran ended = run("replay", "cancel", "june", "--yes", "--reason", "r", "--json");
    assertThat(ContractSchemas.object("replay-object.json", ended.out())).isEmpty();
    assertThat(
            ContractSchemas.object(
                "replay-plan.json", run("replay", "plan", "--all", "--json").out()))
        .isEmpty();
  }

  @Test
  void aNameIsGivenOnce() {
    park(1);
    start("june");
    Ran ran = run("replay", "run", "june", "--all", "--yes", "--reason", "r");
    assertThat(ran.exitCode()).isEqualTo(Exit.FAILED);
    assertThat(ran.err()).contains("there is a replay june already");
  }

  @Test
  void aReplayThatAnswersAllEndsWell() {
    park(3);
    Ran ran = replayAll("june");
    assertThat(ran.exitCode()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("june: completed", "answered 3, failed again 0");
  }

  @Test
  void aReplayInWhichSomethingFailedAgainSaysSoByItsExitCode() {
    RequestId failing = park(3).get(1);
    worker.answerOnly(id -> !id.equals(failing));
    Ran ran = replayAll("june");
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(Exit.UNFINISHED);
    assertThat(ran.out()).contains("june: completed", "answered 2, failed again 1");
    assertThat(run("replay", "watch", "june").exitCode()).isEqualTo(Exit.UNFINISHED);
  }

  private static Ran replayAll(String name) {
    String[] pace = {"--rate", "6000", "--canary", "0", "--stop-share", "1"};
    String[] replay = {"replay", "run", name, "--all", "--yes", "--reason", "r"};
    return run(Stream.of(replay, pace).flatMap(Stream::of).toArray(String[]::new));
  }

  /** Letters that can still be decided about, and asked again. */
  private List<RequestId> park(int count) {
    List<RequestId> ids = letters.park(count);
    String tomorrow = "" + Instant.now().plus(Duration.ofDays(1)).getEpochSecond();
    AttributeValue expires = AttributeValue.fromN(tomorrow);
    for (RequestId id : ids) {
      table.set(Keys.deadLetter(id), Attribute.EXPIRES_AT, expires);
      table.set(Keys.request(id), Attribute.EXPIRES_AT, expires);
    }
    return ids;
  }

  private void start(String name) {
    var verdict =
        new StartReplay(ops.replayStarts(), InstantSource.system())
            .start(
                new ReplayOrder(
                    name,
                    "ada",
                    "r",
                    new Selection.Filtered(LetterFilter.ALL),
                    new ReplayTerms(60, 10, 0, 1, Duration.ofHours(1))));
    assertThat(Objects.toString(verdict)).contains("Started");
  }

  private String state(RequestId id) {
    return Objects.requireNonNull(table.item(Keys.deadLetter(id)).get(Attribute.STATE)).s();
  }

  private List<Map<String, AttributeValue>> items() {
    return new ArrayList<>(table.items());
  }

  private List<AuditRecord> records() {
    return new ReadAudit(ops.audit(), InstantSource.system()).since(Instant.EPOCH).toList();
  }

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Ops.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Ran(line.execute(arguments), out.toString(), err.toString());
  }
}
