package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import navigator.contracts.Role;
import navigator.contracts.environment.Variable;
import navigator.local.TimeScale;
import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.FaultRates;
import navigator.local.bedrock.FaultScript;
import navigator.local.bedrock.Latency;
import navigator.local.stack.BedrockChoice;
import navigator.local.stack.LocalStack;
import navigator.local.stack.LocalStackOptions;
import navigator.local.stack.StartProgress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A stack of its own, with a small quota and small limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionIT {

  private static final Path ASSEMBLY = Path.of("../infra/target/cdk.test.out");

  /** Quota tokens a minute: a call about every three seconds. */
  private static final int QUOTA = 36_000;

  /** Seconds: more than the deadline that is then refused. */
  private static final int BACKLOG = 36;

  private static final int MOST_QUESTIONS = 60;

  private static final Latency QUICK =
      new Latency(Duration.ofMillis(20), 10_000, 0.3, Duration.ofMillis(5));

  private final PipelineRecord record = new PipelineRecord();
  private LocalStack stack;

  @BeforeAll
  void start() throws Exception {
    var emulator = new EmulatorSettings(0, 7, QUICK, FaultRates.NONE);
    var options =
        LocalStackOptions.of(ASSEMBLY, Files.createTempDirectory("admission"), record::line)
            .with(new BedrockChoice.Emulated(emulator, FaultScript.none()))
            .with(new TimeScale(60))
            .overriding(
                Map.of(
                    Variable.USER_REQUESTS_PER_MINUTE,
                    "8",
                    Variable.QUOTA_TOKENS_PER_MINUTE,
                    String.valueOf(QUOTA)));
    stack = LocalStack.start(options, StartProgress.NONE);
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void whatWaitsIsToldHowLongAndWhatWouldBeLateIsRefusedUntilItWouldNot() {
    var first = user("first");
    assertThat(first.ended(first.ask("Who sets the pace?")).text("status")).isEqualTo("completed");
    List<ChatClient.Answer> accepted = new ArrayList<>();
    long told = 0;
    while (told <= BACKLOG && accepted.size() < MOST_QUESTIONS) {
      int number = accepted.size();
      var answer = owner(number).ask("Which question is number " + number);
      assertThat(answer.status()).isEqualTo(202);
      accepted.add(answer);
      told = answer.body().path("estimated_wait_seconds").asLong();
    }
    assertThat(told).isGreaterThan(BACKLOG);
    Instant asked = Instant.now();
    var last = accepted.getLast();
    assertThat(seconds(last, "retry-after")).isBetween(1L, 30L);

    var hasty = Map.of("message", "Am I answered in half a minute?", "deadline_seconds", 30);
    var refused = user("hasty").postOnce("hasty-key", hasty);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text("code")).isEqualTo("overloaded");
    long wait = seconds(refused, "retry-after");
    assertThat(wait).isBetween(1L, told);
    assertThat(user("patient").ask("Am I answered in a quarter of an hour?").status())
        .isEqualTo(202);

    var status =
        await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> waiting(accepted), Optional::isPresent)
            .orElseThrow();
    assertThat(status.body().path("estimated_wait_seconds").asLong()).isLessThanOrEqualTo(told);

    // As a client does: one that comes when it is told to is in time, or nearly so.
    await()
        .pollDelay(Duration.ofSeconds(wait))
        .atMost(Duration.ofSeconds(2 * wait + 10))
        .until(() -> user("hasty").postOnce("hasty-key", hasty).status() == 202);

    for (int i = 0; i < accepted.size(); i++) {
      assertThat(owner(i).ended(accepted.get(i)).text("status")).isEqualTo("completed");
    }
    long took = Duration.between(asked, Instant.now()).toSeconds();
    System.out.printf("admission: told %d s, took %d s; refused for %d s%n", told, took, wait);
    assertThat(took).isBetween(told / 2, told * 2);
    assertThat(record.contractFaults()).isEmpty();
  }

  @Test
  void whoIsFasterThanOneUserMayBeIsRefusedAndNobodyElseIs() {
    var fast = user("fast");
    var answer = fast.ask("How fast may I ask?");
    List<ChatClient.Answer> accepted = new ArrayList<>();
    while (answer.status() == 202) {
      accepted.add(answer);
      answer = fast.ask("How fast may I ask?");
    }
    assertThat(accepted).hasSize(8);
    assertThat(accepted)
        .extracting(each -> each.header("ratelimit").replaceFirst(";t=.*", ""))
        .containsExactlyElementsOf(
            IntStream.range(0, 8).mapToObj(i -> "\"rate\";r=" + (7 - i)).toList());
    accepted.forEach(fast::cancel);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text("code")).isEqualTo("rate_limited");
    assertThat(answer.header("ratelimit"))
        .isEqualTo("\"rate\";r=0;t=" + answer.header("retry-after"));
    assertThat(answer.header("ratelimit-policy")).startsWith("\"rate\";q=8;w=60, ");
    assertThat(user("slow").ask("Am I held up by a fast one?").status()).isEqualTo(202);

    Duration wait = Duration.ofSeconds(seconds(answer, "retry-after"));
    await()
        .atMost(wait.plusSeconds(5))
        .until(() -> fast.ask("Has there been time enough?").status() == 202);
    assertThat(record.contractFaults()).isEmpty();
  }

  // SQS promises no order among conversations: the last may be the first.
  private Optional<ChatClient.Answer> waiting(List<ChatClient.Answer> accepted) {
    return IntStream.range(0, accepted.size())
        .mapToObj(i -> owner(i).get("/chat/" + accepted.get(i).text("request_id")))
        .filter(answer -> answer.body().path("estimated_wait_seconds").asLong() > 0)
        .findFirst();
  }

  // No user asks as much as one may.
  private ChatClient owner(int question) {
    return user("user-" + question / 4);
  }

  private ChatClient user(String name) {
    return new ChatClient(stack.apiUrl(), stack.token(name, Role.INSTRUCTOR), record);
  }

  private static long seconds(ChatClient.Answer answer, String header) {
    return Long.parseLong(answer.header(header));
  }
}
