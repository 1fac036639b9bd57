package navigator.inference.quota;

/** Why nobody but a prober may call. */
enum Closed {
  /** The gate is open. */
  NOT(0),

  /** The quota of this minute is exhausted. */
  MINUTE(1),

  /** The quota of this day is. */
  DAY(2),

  /** The model fails whatever it is asked. */
  OUTAGE(3);

  private final long code;

  Closed(long code) {
    this.code = code;
  }

  /** As it stands on a quota's item. */
  long code() {
    return code;
  }

  // What a later version may have written is at least closed.
  static Closed of(QuotaState state) {
    long code = state.get(QuotaField.CLOSED);
    for (Closed closed : values()) {
      if (closed.code == code) {
        return closed;
      }
    }
    return MINUTE;
  }
}
