package navigator.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import navigator.contracts.metric.Metric;
import navigator.local.alarm.Alarm;
import navigator.local.alarm.Watched;

/**
 * The alarms of a template on what the functions write themselves; what AWS measures is not to be
 * had on this machine.
 */
public final class Alarms {

  private static final String COMPARISON = "GreaterThanOrEqualToThreshold";

  private Alarms() {}

  /**
   * Reads them.
   *
   * @param cloudAssembly the folder, with {@code manifest.json} in it
   * @throws IOException if its files cannot be read
   * @throws IllegalArgumentException if an alarm cannot be evaluated here, naming what
   */
  public static List<Alarm> read(Path cloudAssembly) throws IOException {
    return read(CloudAssembly.read(cloudAssembly).template());
  }

  static List<Alarm> read(JsonNode template) {
    return stream(template.path("Resources"))
        .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
        .map(resource -> resource.path("Properties"))
        .filter(Alarms::isOnOurMetrics)
        .map(Alarms::alarm)
        .toList();
  }

  private static boolean isOnOurMetrics(JsonNode alarm) {
    List<JsonNode> metrics =
        stream(alarm.path("Metrics")).filter(metric -> metric.has("MetricStat")).toList();
    return !metrics.isEmpty()
        && metrics.stream()
            .map(metric -> metric.path("MetricStat").path("Metric").path("Namespace").asText())
            .allMatch(Metric.NAMESPACE::equals);
  }

  private static Alarm alarm(JsonNode alarm) {
    String name = alarm.path("AlarmName").asText();
    String comparison = alarm.path("ComparisonOperator").asText();
    if (!comparison.equals(COMPARISON)) {
      throw new IllegalArgumentException(
          "The alarm %s compares by %s, not by %s".formatted(name, comparison, COMPARISON));
    }
    List<Watched> watched = new ArrayList<>();
    String formula = "";
    for (JsonNode metric : alarm.path("Metrics")) {
      String id = metric.path("Id").asText();
      if (metric.has("MetricStat")) {
        watched.add(watched(id, metric.path("MetricStat")));
      }
      if (metric.path("ReturnData").asBoolean(true)) {
        formula = metric.path("Expression").asText(id);
      }
    }
    return new Alarm(
        name,
        watched,
        formula,
        alarm.path("Threshold").asDouble(),
        alarm.path("EvaluationPeriods").asInt(),
        alarm.path("TreatMissingData").asText().equals("breaching"));
  }

  private static Watched watched(String id, JsonNode stat) {
    JsonNode metric = stat.path("Metric");
    Map<String, String> dimensions = new HashMap<>();
    metric
        .path("Dimensions")
        .forEach(d -> dimensions.put(d.path("Name").asText(), d.path("Value").asText()));
    return new Watched(
        id,
        metric.path("Namespace").asText(),
        metric.path("MetricName").asText(),
        dimensions,
        Duration.ofSeconds(stat.path("Period").asLong()),
        stat.path("Stat").asText());
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
