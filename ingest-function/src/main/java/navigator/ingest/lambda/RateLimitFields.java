package navigator.ingest.lambda;

import java.util.Map;
import navigator.ingest.SubmitVerdict;
import navigator.ingest.limit.Standing;
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
   * Of a submission that was let in. How many are pending is known only when all places are taken.
   */
  static Map<String, String> of(Standing standing) {
    String rate = "\"rate\";r=%d;t=%d".formatted(standing.left(), Seconds.of(standing.untilNext()));
    return Map.of(POLICY, policy(standing.limits()), LIMIT, rate);
  }

  /** Of one that was not. */
  static Map<String, String> of(SubmitVerdict.Limited limited) {
    String violated =
        switch (limited.reason()) {
          case RATE_LIMITED -> "\"rate\";r=0;t=" + Seconds.atLeastOne(limited.retryAfter());
          case TOO_MANY_PENDING -> "\"pending\";r=0";
        };
    return Map.of(POLICY, policy(limited.limits()), LIMIT, violated);
  }

  private static String policy(UserLimits limits) {
    return "\"rate\";q=%d;w=60, \"pending\";q=%d;qu=\"concurrent-requests\""
        .formatted(limits.requestsPerMinute(), limits.pending());
  }
}
