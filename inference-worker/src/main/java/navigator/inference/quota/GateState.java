package navigator.inference.quota;

/** Whether anybody may call, or why nobody may but a prober. */
enum GateState {
  /** Anybody may. */
  OPEN(0),

  /** The quota of this minute is exhausted. */
  MINUTE_EXHAUSTED(1),

  /** The quota of this day is. */
  DAY_EXHAUSTED(2),

  /** The model fails whatever it is asked. */
  OUTAGE(3);

  private final long code;

  GateState(long code) {
    this.code = code;
  }

  /** As it stands on a quota's item. */
  long code() {
    return code;
  }

  // What a later version may have written is at least closed.
  static GateState of(QuotaState item) {
    long code = item.get(QuotaField.CLOSED);
    for (GateState state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    return MINUTE_EXHAUSTED;
  }
}
