package navigator.local.bedrock.quota;

/**
 * The quotas of a profile, each 0 or more, or {@link #UNLIMITED}.
 *
 * @param tokensPerMinute quota tokens a minute
 * @param tokensPerDay quota tokens a day of 1,440 minutes
 * @param requestsPerMinute admitted calls a minute
 */
public record Limits(long tokensPerMinute, long tokensPerDay, long requestsPerMinute) {

  /** More than can be used. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  /** No quota at all. */
  public static final Limits NONE = new Limits(UNLIMITED, UNLIMITED, UNLIMITED);

  public Limits {
    if (tokensPerMinute < 0 || tokensPerDay < 0 || requestsPerMinute < 0) {
      throw new IllegalArgumentException("A quota is 0 or more");
    }
  }

  /** A quota of tokens a minute, and no other. */
  public static Limits ofTokens(long perMinute) {
    return new Limits(perMinute, UNLIMITED, UNLIMITED);
  }

  /** The same with another quota of tokens a day. */
  public Limits withTokensPerDay(long perDay) {
    return new Limits(tokensPerMinute, perDay, requestsPerMinute);
  }

  /** The same with another quota of requests a minute. */
  public Limits withRequestsPerMinute(long perMinute) {
    return new Limits(tokensPerMinute, tokensPerDay, perMinute);
  }

  /** What is left of the minute's quotas beside somebody who takes a share of them. */
  Limits beside(double share) {
    return new Limits(rest(tokensPerMinute, share), tokensPerDay, rest(requestsPerMinute, share));
  }

  private static long rest(long quota, double share) {
    return quota == UNLIMITED ? UNLIMITED : Math.max(0, Math.round(quota * (1 - share)));
  }
}
