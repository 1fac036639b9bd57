package navigator.ingest.limit;

import java.time.Duration;

/** What asking for a place for one request came to. */
public sealed interface Place {

  /** It has one. */
  record Taken(Standing standing) implements Place {}

  /** Its user submits faster than one user may. */
  record TooFast(UserLimits limits, Duration retryAfter) implements Place {}

  /** As many requests of its user are pending as may be. */
  record TooMany(UserLimits limits) implements Place {}

  /** Nobody knows: the table is slow, throttled or away. */
  record Unknown() implements Place {}
}
