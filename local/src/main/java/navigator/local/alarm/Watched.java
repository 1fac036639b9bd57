package navigator.local.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A metric that an alarm looks at.
 *
 * @param id what the alarm's formula calls it
 * @param dimensions by their names; none: the metric's total
 * @param statistic CloudWatch's name of it
 */
public record Watched(
    String id,
    String namespace,
    String metric,
    Map<String, String> dimensions,
    Duration period,
    String statistic) {

  /**
   * Checks the statistic.
   *
   * @throws IllegalArgumentException if it is not known here, naming it
   */
  public Watched {
    dimensions = Map.copyOf(dimensions);
    new Statistic(statistic);
  }

  /** Its statistic over the period that ends then; empty if nothing was counted in it. */
  OptionalDouble value(List<MetricPoint> points, Instant end) {
    Instant start = end.minus(period);
    return new Statistic(statistic)
        .of(
            points.stream()
                .filter(this::concerns)
                .filter(point -> point.at().isAfter(start) && !point.at().isAfter(end))
                .mapToDouble(MetricPoint::value)
                .toArray());
  }

  private boolean concerns(MetricPoint point) {
    return point.namespace().equals(namespace)
        && point.name().equals(metric)
        && point.dimensions().equals(dimensions);
  }
}
