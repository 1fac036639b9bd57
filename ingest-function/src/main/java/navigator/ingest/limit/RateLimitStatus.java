package navigator.ingest.limit;

import java.time.Duration;

/**
 * What a user may still ask for.
 *
 * @param limits that hold for every user
 * @param left requests that may be submitted at once
 * @param untilNext how long it takes until it is one more; zero if none is taken
 */
public record RateLimitStatus(UserLimits limits, int left, Duration untilNext) {}
