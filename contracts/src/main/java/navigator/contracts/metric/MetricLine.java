package navigator.contracts.metric;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.RequestId;
import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One log line in CloudWatch's embedded metric format, in the making.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Specification:
 *     Embedded metric format</a>
 */
final class MetricLine {

  private static final String MESSAGE = "metrics";

  private LoggingEventBuilder event;
  private final Map<Metric, Long> values = new EnumMap<>(Metric.class);

  MetricLine(Logger logger) {
    this.event = logger.atInfo();
  }

  /** Names the request as a property: it can be searched for, and makes no metric of its own. */
  MetricLine about(RequestId request) {
    event = event.addKeyValue("request_id", request.value());
    return this;
  }

  MetricLine one(Metric metric) {
    return with(metric, 1);
  }

  MetricLine with(Metric metric, long value) {
    values.put(metric, value);
    event = event.addKeyValue(metric.wireName(), value);
    return this;
  }

  MetricLine by(Dimension dimension, String word) {
    event = event.addKeyValue(dimension.wireName(), word);
    return this;
  }

  void write() {
    // As the line's own timestamp: the moment of writing, which no test looks at.
    long now = System.currentTimeMillis();
    event
        .addKeyValue("_aws", Map.of("Timestamp", now, "CloudWatchMetrics", directives()))
        .log(MESSAGE);
  }

  private List<Map<String, Object>> directives() {
    Map<List<List<String>>, List<Map<String, String>>> byDimensions = new LinkedHashMap<>();
    for (Metric metric : values.keySet()) {
      byDimensions
          .computeIfAbsent(metric.dimensionSets(), _ -> new ArrayList<>())
          .add(Map.of("Name", metric.wireName(), "Unit", metric.unit().wireName()));
    }
    return byDimensions.entrySet().stream()
        .map(
            group ->
                Map.of(
                    "Namespace", Metric.NAMESPACE,
                    "Dimensions", group.getKey(),
                    "Metrics", group.getValue()))
        .toList();
  }
}
