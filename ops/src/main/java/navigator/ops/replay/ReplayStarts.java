package navigator.ops.replay;

import navigator.ops.AuditRecord;

/** Where replays are started and cancelled. */
public interface ReplayStarts {

  /** Puts the replay with the record of it, if there is none of its name. */
  StartVerdict start(Replay replay, AuditRecord requested);

  /** Notes that the replay is to ask nothing more, with the record of it, if it has not ended. */
  CancelVerdict cancel(Cancellation cancellation);

  /**
   * The wish to cancel a replay.
   *
   * @param requested the record of it, with its time
   */
  record Cancellation(String name, AuditRecord requested) {}
}
