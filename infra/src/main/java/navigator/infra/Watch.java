package navigator.infra;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.metric.Metric;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Stats;

/** The functions' own metrics as CloudWatch has them, under the names that the functions share. */
final class Watch {

  private Watch() {}

  /** A metric's total over all words of its dimension. */
  static IMetric of(Metric metric, String statistic, Duration period) {
    return software.amazon.awscdk.services.cloudwatch.Metric.Builder.create()
        .namespace(Metric.NAMESPACE)
        .metricName(metric.wireName())
        .statistic(statistic)
        .period(period)
        .label(metric.wireName() + (statistic.equals(Stats.SUM) ? "" : " " + statistic))
        .build();
  }

  /** A metric's total for one word of its dimension. */
  static IMetric ofWord(Metric metric, String word, String statistic, Duration period) {
    return software.amazon.awscdk.services.cloudwatch.Metric.Builder.create()
        .namespace(Metric.NAMESPACE)
        .metricName(metric.wireName())
        .dimensionsMap(Map.of(metric.dimension().orElseThrow().wireName(), word))
        .statistic(statistic)
        .period(period)
        .label(metric.wireName() + " " + word)
        .build();
  }

  /** The metric by the words of its dimension, each a line of its own. */
  static IMetric byWord(Metric metric, Duration period) {
    String dimension = metric.dimension().orElseThrow().wireName();
    return MathExpression.Builder.create()
        .expression(
            "SEARCH('{%s,%s} MetricName=\"%s\"', 'Sum', %d)"
                .formatted(
                    Metric.NAMESPACE, dimension, metric.wireName(), period.toSeconds().longValue()))
        .usingMetrics(Map.of())
        .label("")
        .period(period)
        .build();
  }

  /** A value that is computed from the sums of metrics, each under its own name in lower case. */
  static IMetric computed(String expression, String label, Duration period, Metric... metrics) {
    return MathExpression.Builder.create()
        .expression(expression)
        .usingMetrics(
            Stream.of(metrics)
                .collect(
                    Collectors.toMap(
                        metric -> metric.name().toLowerCase(Locale.ROOT),
                        metric -> of(metric, Stats.SUM, period))))
        .label(label)
        .period(period)
        .build();
  }
}
