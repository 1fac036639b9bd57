package navigator.ingest.limit;

import java.time.Duration;

/** What asking for a permit for one request came to. */
public sealed interface Permit {

  /** It has one. */
  record Granted(RateLimitStatus rateLimit) implements Permit {}

  /** Its user submits faster than one user may. */
  record TooFast(UserLimits limits, Duration retryAfter) implements Permit {}

  /** As many requests of its user are pending as may be. */
  record TooMany(UserLimits limits) implements Permit {}

  /** Nobody knows: the table is slow, throttled or away. */
  record Unknown() implements Permit {}
}
