package navigator.ops.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.metric.Metric;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.contracts.testing.CapturedLog;
import navigator.ops.LetterFilter;
import navigator.ops.replay.CancelVerdict;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayCounts;
import navigator.ops.replay.ReplayTerms;
import navigator.ops.replay.Selection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What keeps a replay from doing harm: its rate, its canary, its share, its maximum, its end. */
class ReplayLimitsContractTest {

  private static final TestRequestQueue.Server QUEUES = new TestRequestQueue.Server();

  private final ReplayFixture fixture = new ReplayFixture(QUEUES.queue());

  @AfterAll
  static void stop() {
    QUEUES.close();
  }

  @Test
  void aCanaryThatFailsStopsTheRest() {
    List<RequestId> ids = fixture.letters.park(12);
    fixture.worker.answerOnly(id -> !id.equals(ids.get(1)));
    fixture.start(ReplayFixture.terms(600, 3, 0.2));
    try (CapturedLog log = CapturedLog.start()) {
      fixture.drive();
      fixture.count();
      assertThat(log.total(Metric.REPLAYS_STOPPED)).isOne();
    }
    Replay replay = fixture.replay();
    assertThat(replay.state()).isEqualTo(ReplayState.STOPPED);
    assertThat(replay.stop()).contains(ReplayStop.CANARY_FAILED);
    assertThat(replay.counts()).isEqualTo(new ReplayCounts(12, 3, 0, 2, 1, 0));
    assertThat(fixture.worker.received()).hasSize(3);
    assertThat(ids.subList(3, 12)).allMatch(id -> fixture.stateOf(id).equals("parked"));
    assertThat(ids.subList(3, 12))
        .allMatch(id -> fixture.request(id).integer(Attribute.GENERATION) == 0);
  }

  @Test
  void tooManyFailuresStopTheRest() {
    List<RequestId> ids = fixture.letters.park(200);
    Set<RequestId> answered = Set.copyOf(ids.subList(0, 40));
    fixture.worker.answerOnly(answered::contains);
    fixture.start(ReplayFixture.terms(600, 5, 0.2));
    fixture.drive();
    Replay replay = fixture.replay();
    assertThat(replay.state()).isEqualTo(ReplayState.STOPPED);
    assertThat(replay.stop()).contains(ReplayStop.FAILURE_SHARE);
    assertThat(replay.counts().outstanding()).isZero();
    assertThat(replay.counts().failed()).isBetween(10L, 60L);
  }

  @Test
  void noMinuteSeesMoreThanTheRateEvenAfterAPause() {
    fixture.letters.park(40);
    fixture.start(ReplayFixture.terms(10, 0, 1));
    List<Instant> seen = new ArrayList<>();
    fixture.clock.meanwhile(
        () -> {
          fixture.worker.work();
          while (seen.size() < fixture.worker.received().size()) {
            seen.add(fixture.clock.instant());
          }
        });
    fixture.drive(fixture.within(Duration.ofSeconds(100)));
    fixture.clock.advance(Duration.ofMinutes(20));
    fixture.drive();
    assertThat(seen).hasSize(40);
    for (int i = 0; i + 10 < seen.size(); i++) {
      // What is asked is seen in the pause after it.
      assertThat(Duration.between(seen.get(i), seen.get(i + 10)))
          .isGreaterThan(Duration.ofSeconds(58));
    }
  }

  @Test
  void whatIsOutstandingIsBounded() {
    fixture.letters.park(40);
    fixture.clock.meanwhile(() -> {});
    fixture.start(ReplayFixture.terms(12, 0, 1));
    fixture.drive(fixture.within(Duration.ofMinutes(10)));
    assertThat(fixture.counts().outstanding()).isEqualTo(12);
  }

  @Test
  void onlyWhatIsSelectedIsAskedAndNeverMoreThanTheMaximum() {
    fixture.letters.park(2);
    Instant later = ParkedRequests.FAILED_AT.plusSeconds(100);
    List<RequestId> wanted = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      wanted.add(fixture.letters.park(later.plusSeconds(i), ErrorCode.THROTTLED, "eve"));
    }
    LetterFilter filter =
        new LetterFilter(
            ErrorCode.THROTTLED, ParkedRequests.MODEL, "eve", later.plusSeconds(1), null);
    fixture.start(
        new Selection.Filtered(filter), new ReplayTerms(6_000, 3, 0, 1, Duration.ofMinutes(30)));
    fixture.drive();
    assertThat(fixture.worker.received())
        .extracting(ChatRequest::requestId)
        .containsExactlyInAnyOrderElementsOf(wanted.subList(1, 4));
  }

  @Test
  void nothingMoreIsAskedOnceItIsCancelledAndWhatWasAskedIsWaitedFor() {
    fixture.letters.park(30);
    fixture.clock.meanwhile(() -> {});
    fixture.start(ReplayFixture.terms(60, 0, 1));
    fixture.drive(fixture.within(Duration.ofSeconds(4)));
    assertThat(fixture.cancel(fixture.name())).isInstanceOf(CancelVerdict.Cancelled.class);
    long asked = fixture.counts().outstanding();
    assertThat(asked).isPositive();
    fixture.drive(fixture.within(Duration.ofSeconds(20)));
    assertThat(fixture.replay().state()).isEqualTo(ReplayState.DRAINING);
    assertThat(fixture.counts().outstanding()).isEqualTo(asked);
    fixture.clock.meanwhile(fixture.worker::work);
    fixture.drive();
    assertThat(fixture.replay().state()).isEqualTo(ReplayState.CANCELLED);
    assertThat(fixture.counts().answered()).isEqualTo(asked);
    assertThat(fixture.cancel(fixture.name())).isInstanceOf(CancelVerdict.AlreadyEnded.class);
    assertThat(fixture.cancel("nobody-knows")).isInstanceOf(CancelVerdict.Unknown.class);
  }
}
