package navigator.infra;

/**
 * What is known about a model's quota. Whatever it is, the worker finds out what it bears.
 *
 * @param tokensPerMinute quota tokens; 0: nobody knows
 * @param requestsPerMinute 0: there is no such quota, or nobody knows
 */
record ModelQuota(int tokensPerMinute, int requestsPerMinute) {

  /** Nothing. */
  public static final ModelQuota UNKNOWN = new ModelQuota(0, 0);

  private static final int MOST = 999_999_999;

  public ModelQuota {
    require("quotaTokens", tokensPerMinute);
    require("quotaRequests", requestsPerMinute);
  }

  private static void require(String name, int quota) {
    if (quota < 0 || quota > MOST) {
      throw new IllegalArgumentException(name + " is from 0 to " + MOST + ", not " + quota);
    }
  }
}
