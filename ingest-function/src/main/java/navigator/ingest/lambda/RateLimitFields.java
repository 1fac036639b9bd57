package navigator.ingest.lambda;

import java.time.Duration;
import java.util.Map;
import navigator.ingest.limit.RateLimitStatus;
import navigator.ingest.limit.UserLimits;

/**
 * The limits of a user as header fields: lists of strings with parameters, as RFC 9651 writes them.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/11/">RateLimit
 *     header fields for HTTP, draft 11</a>
 */
final class RateLimitFields {

  private static final String POLICY = "RateLimit-Policy";
  private static final String LIMIT = "RateLimit";

  private RateLimitFields() {}

  /**
   * Of a submission that was let in. How many are pending is known only when all permits are taken.
   */
  static Map<String, String> of(RateLimitStatus rateLimit) {
    String rate =
        "\"rate\";r=%d;t=%d".formatted(rateLimit.left(), Seconds.of(rateLimit.untilNext()));
    return fields(rateLimit.limits(), rate);
  }

  /** Of one that came too fast. */
  static Map<String, String> ofTooFast(UserLimits limits, Duration wait) {
    return fields(limits, "\"rate\";r=0;t=" + Seconds.atLeastOne(wait));
  }

  /** Of one too many. */
  static Map<String, String> ofTooManyPending(UserLimits limits) {
    return fields(limits, "\"pending\";r=0");
  }

  private static Map<String, String> fields(UserLimits limits, String left) {
    return Map.of(POLICY, policy(limits), LIMIT, left);
  }

  private static String policy(UserLimits limits) {
    return "\"rate\";q=%d;w=60, \"pending\";q=%d;qu=\"concurrent-requests\""
        .formatted(limits.requestsPerMinute(), limits.pending());
  }
}
