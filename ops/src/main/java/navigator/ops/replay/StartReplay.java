package navigator.ops.replay;

import java.time.Instant;
import java.time.InstantSource;
import navigator.contracts.IsoMicros;
import navigator.contracts.table.ReplayState;

/**
 * Starts a replay: from then on it is driven by whoever finds it, wherever it was started. Safe for
 * use by many threads.
 */
public final class StartReplay {

  private final ReplayStarts starts;
  private final InstantSource clock;

  public StartReplay(ReplayStarts starts, InstantSource clock) {
    this.starts = starts;
    this.clock = clock;
  }

  /** Starts what is ordered, unless there is a replay of that name; writes down who did. */
  public StartVerdict start(ReplayOrder order) {
    Instant now = IsoMicros.truncate(clock.instant());
    Replay replay =
        new Replay(
            order,
            now,
            ReplayState.MATCHING,
            null,
            ReplayCounts.NONE,
            Checkpoint.NONE,
            null,
            null,
            now);
    return starts.start(replay, replay.requested());
  }
}
