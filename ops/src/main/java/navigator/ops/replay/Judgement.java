package navigator.ops.replay;

import java.util.Optional;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay goes from where it is.
 *
 * @param stopped why it asks nothing more; null if it does, or has asked all
 */
public record Judgement(ReplayState next, @Nullable ReplayStop stopped) {

  /** What follows from how the replay stands; empty if nothing does. */
  static Optional<Judgement> of(Replay replay) {
    return switch (replay.state()) {
      case MATCHING -> cancelled(replay);
      case CANARY -> cancelled(replay).or(() -> asked(replay)).or(() -> canary(replay));
      case SENDING -> cancelled(replay).or(() -> asked(replay)).or(() -> share(replay));
      case DRAINING -> drained(replay);
      case COMPLETED, STOPPED, CANCELLED -> Optional.empty();
    };
  }

  /** How many more may be asked as far as the canary goes. */
  static long room(Replay replay) {
    ReplayCounts counts = replay.counts();
    return switch (replay.state()) {
      case CANARY -> replay.terms().canary() - counts.answered() - counts.outstanding();
      case SENDING -> counts.remaining();
      case MATCHING, DRAINING, COMPLETED, STOPPED, CANCELLED -> 0;
    };
  }

  private static Optional<Judgement> cancelled(Replay replay) {
    return replay.cancelledAt() == null
        ? Optional.empty()
        : Optional.of(new Judgement(ReplayState.DRAINING, ReplayStop.CANCELLED));
  }

  private static Optional<Judgement> asked(Replay replay) {
    return replay.counts().remaining() > 0
        ? Optional.empty()
        : Optional.of(new Judgement(ReplayState.DRAINING, null));
  }

  private static Optional<Judgement> canary(Replay replay) {
    if (replay.counts().failed() > 0) {
      return Optional.of(new Judgement(ReplayState.DRAINING, ReplayStop.CANARY_FAILED));
    }
    return replay.counts().answered() >= replay.terms().canary()
        ? Optional.of(new Judgement(ReplayState.SENDING, null))
        : Optional.empty();
  }

  private static Optional<Judgement> share(Replay replay) {
    return replay.checkpoint().recent().failedMoreThan(replay.terms().stopShare())
        ? Optional.of(new Judgement(ReplayState.DRAINING, ReplayStop.FAILURE_SHARE))
        : Optional.empty();
  }

  private static Optional<Judgement> drained(Replay replay) {
    if (replay.counts().outstanding() > 0) {
      return Optional.empty();
    }
    ReplayStop stop = replay.stopped();
    return Optional.of(new Judgement(stop == null ? ReplayState.COMPLETED : stop.end(), stop));
  }
}
