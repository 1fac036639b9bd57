package navigator.bench.load;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast time passes in a run: everything that lasts is shortened by the same factor.
 *
 * @param minute how long a minute takes
 */
public record Pace(Duration minute) {

  private static final double MINUTE = 60;

  /** As on AWS. */
  public static final Pace REAL = new Pace(Duration.ofMinutes(1));

  public Pace {
    if (!minute.isPositive()) {
      throw new IllegalArgumentException("a minute takes some time");
    }
  }

  /** How long a duration takes in the run. */
  public Duration of(Duration real) {
    return Duration.ofNanos(Math.round(real.toNanos() * factor()));
  }

  /** How long so many seconds take in the run. */
  public Duration of(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9 * factor()));
  }

  /** As {@link #of(Duration)}, in whole seconds, rounded up: what AWS takes for some settings. */
  public Duration wholeSeconds(Duration real) {
    return Duration.ofSeconds(Math.ceilDiv(of(real).toMillis(), 1_000L));
  }

  /** The seconds between two moments of the run, at a minute of 60 seconds. */
  public double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9 / factor();
  }

  private double factor() {
    return minute.toNanos() / 1e9 / MINUTE;
  }
}
