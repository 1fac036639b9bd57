package navigator.ops.replay;

import java.time.Instant;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.ops.LetterFilter;
import org.jspecify.annotations.Nullable;

/** Replays to try things on. */
final class Replays {

  static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  static final ReplayOrder ORDER =
      new ReplayOrder(
          "march-2",
          "ada",
          "the model was down",
          new Selection.Filtered(LetterFilter.ALL),
          ReplayTerms.DEFAULT);

  private Replays() {}

  static Replay in(ReplayState state, ReplayCounts counts) {
    return in(state, counts, RecentEnds.NONE, null, null);
  }

  static Replay in(
      ReplayState state,
      ReplayCounts counts,
      RecentEnds recent,
      @Nullable ReplayStop stop,
      @Nullable Instant cancelledAt) {
    Checkpoint checkpoint = new Checkpoint(null, null, null, null, recent);
    return new Replay(ORDER, NOW, state, stop, counts, checkpoint, cancelledAt, null, NOW);
  }
}
