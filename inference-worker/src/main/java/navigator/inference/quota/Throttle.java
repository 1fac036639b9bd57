package navigator.inference.quota;

/** What a 429 is about. */
public enum Throttle {

  /** The quota of this minute: the pace is too fast. */
  MINUTE,

  /** The quota of this day. */
  DAY,

  /** Something that says nothing about the pace. */
  OTHER
}
