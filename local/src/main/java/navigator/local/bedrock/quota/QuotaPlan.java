package navigator.local.bedrock.quota;

/**
 * How a profile's quotas are counted.
 *
 * @param burst how much a bucket holds; 0 for a tenth of a minute's quota. It holds the largest
 *     reservation at least.
 * @param burndown what an output token costs in the end
 * @param reserveBurndown what a token of {@code maxTokens} costs at the start
 * @param defaultMaxTokens what is reserved for a call that sets no {@code maxTokens}; 0 for the
 *     model's maximum
 */
public record QuotaPlan(
    Limits limits,
    Window window,
    long burst,
    int burndown,
    int reserveBurndown,
    int defaultMaxTokens,
    Timeline timeline) {

  /** No quota, and nothing happens: what a profile has unless it is told otherwise. */
  public static final QuotaPlan UNLIMITED = of(Limits.NONE, Window.BUCKET);

  public QuotaPlan {
    if (burst < 0 || burndown < 1 || reserveBurndown < 1 || defaultMaxTokens < 0) {
      throw new IllegalArgumentException(
          "Burst and maximum are 0 or more, burndowns 1 or more: %d, %d, %d, %d"
              .formatted(burst, defaultMaxTokens, burndown, reserveBurndown));
    }
  }

  /** As Bedrock counts a current Claude. */
  public static QuotaPlan of(Limits limits, Window window) {
    return new QuotaPlan(limits, window, 0, 5, 1, 0, Timeline.QUIET);
  }

  /** The same with another depth of its buckets. */
  public QuotaPlan withBurst(long other) {
    return new QuotaPlan(
        limits, window, other, burndown, reserveBurndown, defaultMaxTokens, timeline);
  }

  /** The same with other burndowns. */
  public QuotaPlan withBurndowns(int settled, int reserved) {
    return new QuotaPlan(limits, window, burst, settled, reserved, defaultMaxTokens, timeline);
  }

  /** The same with another reservation for calls without {@code maxTokens}. */
  public QuotaPlan withDefaultMaxTokens(int other) {
    return new QuotaPlan(limits, window, burst, burndown, reserveBurndown, other, timeline);
  }

  /** The same with other things to happen. */
  public QuotaPlan during(Timeline other) {
    return new QuotaPlan(limits, window, burst, burndown, reserveBurndown, defaultMaxTokens, other);
  }

  /** What a call must find free at its start. */
  public long need(Usage usage, int maxTokens) {
    return usage.input()
        + usage.cacheRead()
        + usage.cacheWrite()
        + (long) maxTokens * reserveBurndown;
  }

  /** What a call has cost at its end; what was read from the cache is free. */
  public long cost(Usage usage) {
    return usage.input() + usage.cacheWrite() + (long) usage.output() * burndown;
  }
}
