package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import navigator.contracts.RequestId;
import navigator.contracts.metric.Metric;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.CapturedLog;
import navigator.ops.replay.MetricMarks;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.UnreportedReplay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The metrics of replays, whoever drives them: here a driver that has none. */
class CountReplaysContractTest {

  private static final TestRequestQueue.Server QUEUES = new TestRequestQueue.Server();
  private static final ReplayTerms SLOW = ReplayFixture.terms(60, 0, 1);
  private static final ReplayTerms WITH_CANARY = ReplayFixture.terms(600, 3, 1);

  private final ReplayFixture fixture = new ReplayFixture(QUEUES.queue());

  @AfterAll
  static void stop() {
    QUEUES.close();
  }

  @Test
  void aStopIsToldOnceThoughATerminalDroveIt() {
    fixture.letters.park(10);
    fixture.worker.answerOnly(_ -> false);
    fixture.start(WITH_CANARY);
    try (CapturedLog log = CapturedLog.silently()) {
      fixture.drive();
      assertThat(log.total(Metric.REPLAYS_STOPPED)).isZero();
      fixture.count();
      fixture.count();
      assertThat(log.total(Metric.REPLAYS_STOPPED)).isOne();
      assertThat(log.total(Metric.REPLAYED_REQUESTS)).isEqualTo(3);
    }
    assertThat(marks().unreported()).isEmpty();
  }

  @Test
  void whatIsNewIsToldWhileItIsDriven() {
    List<RequestId> ids = fixture.letters.park(40);
    fixture.worker.answerOnly(id -> ids.indexOf(id) % 4 != 0);
    fixture.start(SLOW);
    try (CapturedLog log = CapturedLog.silently()) {
      for (int turn = 0; turn < 5; turn++) {
        fixture.drive(fixture.within(Duration.ofSeconds(10)));
        fixture.count();
        fixture.count();
        long ended = fixture.counts().answered() + fixture.counts().failed();
        assertThat(log.total(Metric.REPLAYED_REQUESTS)).isEqualTo(ended);
      }
      fixture.drive();
      fixture.count();
      assertThat(log.total(Metric.REPLAYED_REQUESTS)).isEqualTo(40);
      assertThat(log.total(Metric.REPLAYS_STOPPED)).isZero();
    }
  }

  @Test
  void ofTwoThatSeeTheSameOneTellsIt() {
    fixture.letters.park(2);
    fixture.start(SLOW);
    fixture.drive();
    UnreportedReplay seen = marks().unreported().getFirst();
    assertThat(marks().mark(seen)).isTrue();
    assertThat(marks().mark(seen)).isFalse();
    assertThat(marks().mark(new UnreportedReplay(seen.name(), seen.now(), seen.now(), seen.end())))
        .isFalse();
  }

  @Test
  void whatAnotherHasToldSinceItWasReadIsNotTakenBack() {
    fixture.letters.park(2);
    fixture.start(SLOW);
    fixture.drive();
    UnreportedReplay seen = marks().unreported().getFirst();
    var ahead = new UnreportedReplay.Ends(seen.now().answered() + 5, seen.now().failed(), 0);
    assertThat(marks().mark(new UnreportedReplay(seen.name(), seen.reported(), ahead, null)))
        .isTrue();
    try (CapturedLog log = CapturedLog.silently()) {
      fixture.count();
      assertThat(log.total(Metric.REPLAYED_REQUESTS)).isZero();
    }
    assertThat(marks().unreported().getFirst().reported()).isEqualTo(ahead);
  }

  @Test
  void aReplayThatIsGoneKeepsNoOtherFromBeingTold() {
    fixture.letters.park(2);
    fixture.start(SLOW);
    fixture.drive();
    fixture.replayAs("gone", SLOW);
    fixture.table.delete(Keys.replay("gone"));
    try (CapturedLog log = CapturedLog.silently()) {
      fixture.count();
      assertThat(log.total(Metric.REPLAYED_REQUESTS)).isEqualTo(2);
      assertThat(log.total(Metric.FAULTS)).isZero();
    }
  }

  private MetricMarks marks() {
    return fixture.opsTable(fixture.table.client()).metricMarks();
  }
}
