package navigator.ops.replay;

import static navigator.contracts.table.ReplayState.CANARY;
import static navigator.contracts.table.ReplayState.CANCELLED;
import static navigator.contracts.table.ReplayState.COMPLETED;
import static navigator.contracts.table.ReplayState.DRAINING;
import static navigator.contracts.table.ReplayState.MATCHING;
import static navigator.contracts.table.ReplayState.SENDING;
import static navigator.contracts.table.ReplayState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgementTest {

  @Test
  void theCanaryGoesOnOnceSoManyWereAnswered() {
    assertThat(judged(CANARY, counts(20, 1, 4, 0, 0))).isEmpty();
    assertThat(judged(CANARY, counts(20, 0, 5, 0, 0))).isEqualTo(to(SENDING, null));
  }

  @Test
  void oneFailureOfTheCanaryStopsIt() {
    assertThat(judged(CANARY, counts(20, 3, 1, 1, 0)))
        .isEqualTo(to(DRAINING, ReplayStop.CANARY_FAILED));
  }

  @Test
  void asManyAreAskedForTheCanaryAsAreNotYetKnown() {
    assertThat(Judgement.room(Replays.in(CANARY, counts(20, 2, 1, 0, 0)))).isEqualTo(2);
    assertThat(Judgement.room(Replays.in(CANARY, counts(20, 0, 1, 0, 4)))).isEqualTo(4);
  }

  @Test
  void whatIsSmallerThanItsCanaryIsCompleted() {
    assertThat(judged(CANARY, counts(3, 1, 1, 1, 0))).isEqualTo(to(DRAINING, null));
  }

  @Test
  void tooManyFailuresStopIt() {
    RecentEnds recent = new RecentEnds("aaaaaaafff");
    assertThat(Judgement.of(Replays.in(SENDING, counts(50, 0, 7, 3, 0), recent, null, null)))
        .isEqualTo(to(DRAINING, ReplayStop.FAILURE_SHARE));
  }

  @Test
  void nothingIsAskedWhileItDrains() {
    assertThat(Judgement.room(Replays.in(DRAINING, counts(50, 0, 7, 3, 0)))).isZero();
    assertThat(judged(DRAINING, counts(50, 1, 7, 3, 0))).isEmpty();
  }

  @Test
  void itEndsAsItWasStopped() {
    assertThat(drained(null)).isEqualTo(to(COMPLETED, null));
    assertThat(drained(ReplayStop.CANARY_FAILED)).isEqualTo(to(STOPPED, ReplayStop.CANARY_FAILED));
    assertThat(drained(ReplayStop.FAILURE_SHARE)).isEqualTo(to(STOPPED, ReplayStop.FAILURE_SHARE));
    assertThat(drained(ReplayStop.CANCELLED)).isEqualTo(to(CANCELLED, ReplayStop.CANCELLED));
  }

  @ParameterizedTest
  @EnumSource(names = {"MATCHING", "CANARY", "SENDING"})
  void whatIsCancelledAsksNothingMore(ReplayState state) {
    Replay replay = Replays.in(state, counts(20, 1, 0, 0, 0), RecentEnds.NONE, null, Replays.NOW);
    assertThat(Judgement.of(replay)).isEqualTo(to(DRAINING, ReplayStop.CANCELLED));
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "STOPPED", "CANCELLED"})
  void whatHasEndedStays(ReplayState state) {
    assertThat(Judgement.of(Replays.in(state, ReplayCounts.NONE))).isEmpty();
  }

  @Test
  void matchingGoesOnUntilAllIsWrittenDown() {
    assertThat(judged(MATCHING, ReplayCounts.NONE)).isEmpty();
  }

  private static Optional<Judgement> judged(ReplayState state, ReplayCounts counts) {
    return Judgement.of(Replays.in(state, counts));
  }

  private static Optional<Judgement> drained(@Nullable ReplayStop stop) {
    ReplayCounts counts = counts(20, 0, 2, 2, 0);
    return Judgement.of(Replays.in(DRAINING, counts, RecentEnds.NONE, stop, null));
  }

  private static Optional<Judgement> to(ReplayState state, @Nullable ReplayStop stop) {
    return Optional.of(new Judgement(state, stop));
  }

  private static ReplayCounts counts(
      long matched, long outstanding, long answered, long failed, long skipped) {
    return new ReplayCounts(
        matched, outstanding + answered + failed, outstanding, answered, failed, skipped);
  }
}
