package navigator.local;

import java.time.Duration;

/**
 * By how much AWS's own waits (asynchronous retries, rule retries, schedules) pass faster than on
 * AWS. What the stack configures is never scaled.
 *
 * @param factor 1 for real time, 60 for a minute in a second
 */
public record TimeScale(double factor) {

  public TimeScale {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("A time scale is 1 or more, not " + factor);
    }
  }

  /** How long {@code wait} takes here. */
  public Duration scaled(Duration wait) {
    return Duration.ofNanos((long) (wait.toNanos() / factor));
  }
}
