package navigator.ops.replay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast a replay asks: evenly, never more than its rate in any minute, and never faster after a
 * pause to make up for it.
 *
 * @param rate requests a minute
 */
record Pace(int rate) {

  /** What one transaction, and one call of the queue, has room for. */
  static final int MOST_AT_ONCE = 10;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int LEAST_OUTSTANDING = 10;
  private static final int MOST_OUTSTANDING = 1_000;

  /** How many are asked at once: what a second has room for. */
  int atOnce() {
    return Math.clamp(rate / MINUTE.toSeconds(), 1, MOST_AT_ONCE);
  }

  /** How many may be outstanding: what is slower than a minute slows the replay down. */
  int mostOutstanding() {
    return Math.clamp(rate, LEAST_OUTSTANDING, MOST_OUTSTANDING);
  }

  /** How long from now until the next may be asked; zero if it may. */
  Duration until(@Nullable Instant nextSendAt, Instant now) {
    return nextSendAt == null || !nextSendAt.isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, nextSendAt);
  }

  /** When the next may be asked, if so many are now. */
  Instant next(int asked, Instant now) {
    return now.plus(time(asked));
  }

  /** How long so many take. */
  Duration time(long asked) {
    return MINUTE.multipliedBy(asked).dividedBy(rate);
  }
}
