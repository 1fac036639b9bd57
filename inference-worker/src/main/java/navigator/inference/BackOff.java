package navigator.inference;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The wait before the next try: full jitter over a capped doubling. Safe for use by many threads if
 * the generator is.
 *
 * @see <a
 *     href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">AWS
 *     Builders' Library</a>
 */
public final class BackOff {

  private final Duration base;
  private final Duration cap;
  private final RandomGenerator random;

  /**
   * A back-off that doubles from {@code base} to {@code cap}.
   *
   * @throws IllegalArgumentException if {@code base} is not positive or above {@code cap}
   */
  public BackOff(Duration base, Duration cap, RandomGenerator random) {
    if (!base.isPositive() || base.compareTo(cap) > 0) {
      throw new IllegalArgumentException("base " + base + " is not between zero and " + cap);
    }
    this.base = base;
    this.cap = cap;
    this.random = random;
  }

  /**
   * The wait after a number of tries.
   *
   * @param tries failed tries so far, from 1
   * @return between zero and the doubled base or the cap, inclusive
   * @throws IllegalArgumentException if {@code tries} is below 1
   */
  public Duration after(int tries) {
    if (tries < 1) {
      throw new IllegalArgumentException("tries is " + tries + ", below 1");
    }
    return Duration.ofMillis(random.nextLong(ceiling(tries).toMillis() + 1));
  }

  private Duration ceiling(int tries) {
    Duration ceiling = base;
    for (int i = 1; i < tries && ceiling.compareTo(cap) < 0; i++) {
      ceiling = ceiling.multipliedBy(2);
    }
    return ceiling.compareTo(cap) < 0 ? ceiling : cap;
  }
}
