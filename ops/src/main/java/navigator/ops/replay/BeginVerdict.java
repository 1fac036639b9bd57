package navigator.ops.replay;

/** What beginning to ask came to. */
public enum BeginVerdict {
  /** The requests are in their new generation. */
  BEGUN,
  /** Nothing is written: a request or dead letter is not as it was seen. */
  CHANGED,
  /** Nothing is written: the replay is another driver's, or was cancelled. */
  REFUSED
}
