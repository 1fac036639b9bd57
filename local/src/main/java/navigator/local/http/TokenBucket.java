package navigator.local.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import navigator.local.topology.HttpApi.Throttle;

/**
 * The requests that a stage still admits: a bucket that starts full and is refilled at a steady
 * rate. Safe for use by many threads.
 */
final class TokenBucket {
  private static final double NANOS = Duration.ofSeconds(1).toNanos();

  private final Throttle throttle;
  private final InstantSource clock;
  private double tokens;
  private Instant filledAt;

  TokenBucket(Throttle throttle, InstantSource clock) {
    this.throttle = throttle;
    this.clock = clock;
    this.tokens = throttle.burst();
    this.filledAt = clock.instant();
  }

  /** Takes one token, if there is one. */
  synchronized boolean tryTake() {
    refill();
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }

  private void refill() {
    var now = clock.instant();
    var elapsed = Duration.between(filledAt, now);
    if (elapsed.isPositive()) {
      tokens = Math.min(throttle.burst(), tokens + throttle.rate() * (elapsed.toNanos() / NANOS));
      filledAt = now;
    }
  }
}
