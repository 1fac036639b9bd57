package navigator.bench.load;

import java.util.List;

/**
 * A distribution of sizes, given by some of its quantiles; between two of them it is uniform in the
 * logarithm.
 *
 * @param points by rising share, from 0 to 1
 */
public record Quantiles(List<Point> points) {

  /**
   * That a share of all sizes is not above a value.
   *
   * @param value above 0
   */
  public record Point(double share, int value) {}

  /** The input tokens of requests to a production chat service, recorded in 2023. */
  public static final Quantiles RECORDED_INPUT = of(200, 1_020, 2_734, 4_142, 4_500);

  /** The output tokens of their answers. */
  public static final Quantiles RECORDED_OUTPUT = of(10, 129, 424, 601, 700);

  /** The prompts of a chat, its instructions and some history included. */
  public static final Quantiles CHAT_INPUT = of(600, 950, 1_500, 2_400, 3_000);

  /** The answers of a chat: at 80 tokens a second about four seconds each. */
  public static final Quantiles CHAT_OUTPUT = of(120, 260, 420, 600, 700);

  public Quantiles {
    points = List.copyOf(points);
    if (points.size() < 2 || points.getFirst().share() != 0 || points.getLast().share() != 1) {
      throw new IllegalArgumentException("quantiles go from share 0 to share 1");
    }
  }

  /** By the least, the median, the ninth decile, the 99th percentile and the largest. */
  public static Quantiles of(int least, int p50, int p90, int p99, int largest) {
    return new Quantiles(
        List.of(
            new Point(0, least),
            new Point(0.5, p50),
            new Point(0.9, p90),
            new Point(0.99, p99),
            new Point(1, largest)));
  }

  /**
   * The size that a share of all is not above.
   *
   * @param share from 0 to 1
   */
  public int at(double share) {
    for (int i = 1; i < points.size(); i++) {
      if (share <= points.get(i).share()) {
        return between(points.get(i - 1), points.get(i), share);
      }
    }
    throw new IllegalArgumentException("a share is 0 to 1, not " + share);
  }

  private static int between(Point low, Point high, double share) {
    double part = (share - low.share()) / (high.share() - low.share());
    double logarithm = Math.log(low.value()) * (1 - part) + Math.log(high.value()) * part;
    return (int) Math.round(Math.exp(logarithm));
  }
}
