package navigator.local.alarm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** What a period's values of a metric come to, by CloudWatch's name of the statistic. */
record Statistic(String name) {

  private static final List<String> PLAIN = List.of("Sum", "Average", "Maximum", "Minimum");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if the statistic is not known here, naming it
   */
  Statistic {
    if (!PLAIN.contains(name) && percent(name).isEmpty()) {
      throw new IllegalArgumentException("The statistic " + name + " is not known here");
    }
  }

  /** Of the values; empty if there are none. */
  OptionalDouble of(double[] values) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    return switch (name) {
      case "Sum" -> OptionalDouble.of(DoubleStream.of(values).sum());
      case "Average" -> DoubleStream.of(values).average();
      case "Maximum" -> DoubleStream.of(values).max();
      case "Minimum" -> DoubleStream.of(values).min();
      default -> OptionalDouble.of(percentile(values, percent(name).orElseThrow()));
    };
  }

  // By nearest rank.
  private static double percentile(double[] values, double percent) {
    double[] sorted = DoubleStream.of(values).sorted().toArray();
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }

  private static Optional<Double> percent(String name) {
    return name.matches("p\\d{1,2}(\\.\\d{1,2})?")
        ? Optional.of(Double.valueOf(name.substring(1)))
        : Optional.empty();
  }
}
