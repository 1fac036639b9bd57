package navigator.local.alarm;

import java.time.Instant;
import java.util.Map;

/**
 * One value of a metric.
 *
 * @param dimensions by their names; none: the metric's total
 */
record MetricPoint(
    Instant at, String namespace, String name, Map<String, String> dimensions, double value) {

  MetricPoint {
    dimensions = Map.copyOf(dimensions);
  }
}
