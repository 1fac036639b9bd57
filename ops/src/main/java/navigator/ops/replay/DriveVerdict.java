package navigator.ops.replay;

/** How driving a replay ended. */
public enum DriveVerdict {
  /** The replay has ended. */
  ENDED,
  /** There was no more time. */
  TIME_UP,
  /** Another driver has it. */
  BUSY,
  /** There is no replay of that name. */
  UNKNOWN
}
