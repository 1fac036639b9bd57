package navigator.inference.quota;

/**
 * The rate of a pace, in quota tokens a minute: a function of how long it has been in use since it
 * was last throttled. Before the first throttle it grows by half every ten seconds of use. After
 * one it returns to the rate that the quota bore, stays there for a while, and then tries more,
 * ever faster: the curve of CUBIC, with time in use instead of time, so that no pace grows while
 * nobody tries it. Beyond twice that rate the quota is another one, and is searched like one that
 * nobody knows.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9438">RFC 9438, CUBIC</a>
 */
record PaceCurve(QuotaSettings settings, Tempo tempo) {

  /** Less than a call a minute. */
  static final long FLOOR = 1_000;

  private static final double START_GROWTH = 1.5;

  /** 12 % more a minute after the plateau, 96 % more after two. */
  private static final double STEEPNESS = 0.12;

  private static final double DOUBLED = Math.cbrt(1 / STEEPNESS);
  private static final double STEPS_A_MINUTE = 6;

  /** The rate of the next slot. */
  long rate(QuotaState state) {
    return rate(state, state.get(QuotaField.USED));
  }

  /** The rate of the slot at a time, which the fleet calls at then; the next slot may be later. */
  long rateAt(QuotaState state, long time) {
    long ahead = Math.max(0, state.get(QuotaField.TAT) - time);
    return rate(state, Math.max(0, state.get(QuotaField.USED) - ahead));
  }

  private long rate(QuotaState state, long used) {
    long base = state.get(QuotaField.BASE);
    long held = state.get(QuotaField.HELD);
    double minutes = (double) used / tempo.micros();
    double rate =
        held == 0 ? base * growth(minutes) : held * returning((double) base / held, minutes);
    return Math.clamp((long) rate, FLOOR, Math.max(FLOOR, settings.ceiling()));
  }

  private static double returning(double from, double minutes) {
    double sinceReturn = minutes - Math.cbrt((1 - from) / STEEPNESS);
    return sinceReturn < DOUBLED
        ? 1 + STEEPNESS * Math.pow(sinceReturn, 3)
        : 2 * growth(sinceReturn - DOUBLED);
  }

  private static double growth(double minutes) {
    return Math.pow(START_GROWTH, minutes * STEPS_A_MINUTE);
  }
}
