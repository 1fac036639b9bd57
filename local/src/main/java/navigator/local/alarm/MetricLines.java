package navigator.local.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.local.FunctionLog;

/**
 * The metrics in the lines that functions print, as CloudWatch extracts them. Safe for use by many
 * threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Specification:
 *     Embedded metric format</a>
 */
public final class MetricLines implements FunctionLog {

  private final List<MetricPoint> points = new ArrayList<>();

  @Override
  public synchronized void line(String functionName, String line) {
    if (line.contains("\"_aws\"")
        && Wire.readTree(line) instanceof Read.Valid<JsonNode>(JsonNode fields)) {
      read(fields);
    }
  }

  /** All values so far, by every set of dimensions that they are kept by. */
  synchronized List<MetricPoint> points() {
    return List.copyOf(points);
  }

  private void read(JsonNode line) {
    JsonNode aws = line.path("_aws");
    Instant at = Instant.ofEpochMilli(aws.path("Timestamp").asLong());
    for (JsonNode directive : aws.path("CloudWatchMetrics")) {
      String namespace = directive.path("Namespace").asText();
      for (JsonNode metric : directive.path("Metrics")) {
        String name = metric.path("Name").asText();
        for (JsonNode set : directive.path("Dimensions")) {
          points.add(
              new MetricPoint(
                  at, namespace, name, dimensions(set, line), line.path(name).asDouble()));
        }
      }
    }
  }

  private static Map<String, String> dimensions(JsonNode names, JsonNode line) {
    Map<String, String> dimensions = new HashMap<>();
    names.forEach(name -> dimensions.put(name.asText(), line.path(name.asText()).asText()));
    return dimensions;
  }
}
