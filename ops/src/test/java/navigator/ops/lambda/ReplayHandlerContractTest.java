package navigator.ops.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import navigator.contracts.metric.Metric;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.table.ReplayState;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.TestTable;
import navigator.ops.LetterFilter;
import navigator.ops.aws.OpsTable;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayOrder;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import navigator.ops.replay.StartReplay;
import navigator.ops.replay.StartVerdict;
import org.crac.Core;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ReplayHandlerContractTest {

  private final TestTable table = TestTable.create();
  private final OpsTable opsTable = new OpsTable(table.client(), table.name());

  @BeforeAll
  static void servePlatform() {
    TestTable.servePlatform();
  }

  @Test
  void everyReplayThatHasNotEndedIsDriven() throws IOException {
    start("one");
    start("two");
    handle(60_000);
    assertThat(replay("one").state()).isEqualTo(ReplayState.COMPLETED);
    assertThat(replay("two").state()).isEqualTo(ReplayState.COMPLETED);
  }

  @Test
  void nothingIsBegunWithoutTimeToEndIt() throws IOException {
    start("one");
    handle(20_000);
    assertThat(replay("one").state()).isEqualTo(ReplayState.MATCHING);
    assertThat(table.item(Keys.replay("one"))).doesNotContainKey(Attribute.LEASE_OWNER);
  }

  @Test
  void oneReplayThatCannotBeDrivenIsToldAndKeepsNoOtherFromIt() throws IOException {
    start("broken");
    start("sound");
    table.set(Keys.replay("broken"), Attribute.RATE, AttributeValue.fromS("fast"));
    try (CapturedLog log = CapturedLog.silently()) {
      handle(60_000);
      assertThat(log.total(Metric.FAULTS)).isOne();
    }
    assertThat(replay("sound").state()).isEqualTo(ReplayState.COMPLETED);
  }

  @Test
  void primingReadsAndWritesNothing() {
    wiring().priming().beforeCheckpoint(Core.getGlobalContext());
    assertThat(table.items()).isEmpty();
  }

  private void start(String name) {
    ReplayOrder order =
        new ReplayOrder(
            name,
            "ada",
            "incident 7",
            new Selection.Filtered(LetterFilter.ALL),
            new ReplayTerms(60, 10, 0, 1, Duration.ofHours(1)));
    StartVerdict verdict =
        new StartReplay(opsTable.replayStarts(), InstantSource.system()).start(order);
    assertThat(verdict).isInstanceOf(StartVerdict.Started.class);
  }

  private Replay replay(String name) {
    return opsTable.replays().find(name).orElseThrow();
  }

  private void handle(int remainingMillis) throws IOException {
    new ReplayHandler(wiring())
        .handleRequest(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new TestContext(remainingMillis));
  }

  private ReplayWiring wiring() {
    return ReplayWiring.of(
        Map.of(
            "TABLE_NAME",
            table.name(),
            "REQUEST_QUEUE_URL",
            "https://sqs.us-west-2.amazonaws.com/1/chat-requests.fifo"));
  }
}
