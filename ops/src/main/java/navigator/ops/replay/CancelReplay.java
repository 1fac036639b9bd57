package navigator.ops.replay;

import java.time.InstantSource;
import java.util.Map;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;

/** Cancels a replay: what it has asked goes on, nothing more is. Safe for use by many threads. */
public final class CancelReplay {

  private final ReplayStarts starts;
  private final InstantSource clock;

  public CancelReplay(ReplayStarts starts, InstantSource clock) {
    this.starts = starts;
    this.clock = clock;
  }

  /**
   * Cancels the replay of that name, unless it has ended; writes down who did.
   *
   * @throws IllegalArgumentException if actor or reason is blank or too long, naming it
   */
  public CancelVerdict cancel(String name, String actor, String reason) {
    if (!ReplayOrder.isName(name)) {
      return new CancelVerdict.Unknown();
    }
    AuditRecord requested =
        AuditRecord.requested(
            clock.instant(), AuditAction.CANCEL_REPLAY, name, actor, reason, Map.of(), Map.of());
    return starts.cancel(new ReplayStarts.Cancellation(name, requested));
  }
}
