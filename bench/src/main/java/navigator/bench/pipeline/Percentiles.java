package navigator.bench.pipeline;

import java.util.List;

/**
 * Samples in order of size.
 *
 * @param sorted at least one
 */
record Percentiles(List<Double> sorted) {

  Percentiles {
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("there are no samples");
    }
    sorted = sorted.stream().sorted().toList();
  }

  /**
   * The smallest sample that a share of all is not above: the nearest rank.
   *
   * @param share above 0, up to 1
   */
  double at(double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  double p50() {
    return at(0.5);
  }

  double p99() {
    return at(0.99);
  }
}
