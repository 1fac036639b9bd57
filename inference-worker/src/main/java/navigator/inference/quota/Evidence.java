package navigator.inference.quota;

import static navigator.inference.quota.QuotaField.GRANTED;
import static navigator.inference.quota.QuotaField.MARK_3;
import static navigator.inference.quota.QuotaField.MARK_3_AT;
import static navigator.inference.quota.QuotaField.TAT;
import static navigator.inference.quota.QuotaField.THROTTLED_RATE;

/** What a quota has been seen to bear. */
record Evidence(QuotaSettings settings, Tempo tempo) {

  /**
   * Of a quota that is known and used to the full, a throttle says that calls came together more
   * than that it is less. Who finds it less is throttled again soon, at less than the full rate.
   */
  private static final double LEAST_OF_FULL = 0.95;

  private static final double LEAST_OF_KNOWN = 0.8;

  private static final double LEAST = 0.5;

  /**
   * Quota tokens of the slots that have begun; those in the future are not used yet.
   *
   * @param rate of the slots in the future, on average
   */
  long used(QuotaState state, long rate, long now) {
    double ahead = Math.max(0, state.get(TAT) - now);
    return state.get(GRANTED) - (long) (ahead * rate / tempo.micros());
  }

  /**
   * The rate that the quota bore over the last full minute, up to the first call that was accepted
   * again: the time during which nothing was accepted counts too. Never far below the rate that was
   * throttled, since a minute that was partly idle says little.
   */
  long borne(QuotaState state, long now) {
    long throttled = state.get(THROTTLED_RATE);
    double minutes = Math.max(1, (double) (now - state.get(MARK_3_AT)) / tempo.micros());
    long seen = (long) ((state.get(GRANTED) - state.get(MARK_3)) / minutes);
    long least = (long) (throttled * least(throttled));
    return Math.clamp(seen, Math.max(PaceCurve.FLOOR, least), Math.max(PaceCurve.FLOOR, throttled));
  }

  private double least(long throttled) {
    if (settings.tokens() == 0) {
      return LEAST;
    }
    return throttled >= settings.ceiling() ? LEAST_OF_FULL : LEAST_OF_KNOWN;
  }
}
