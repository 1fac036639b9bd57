package navigator.contracts.testing;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Log lines in the embedded metric format: by their schema, and by what no schema can say.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">Specification:
 *     Embedded metric format</a>
 */
final class MetricContract {

  private static final JsonNode SCHEMA =
      JsonNodeFactory.instance.objectNode().put("$ref", "schemas/metric-line.json");

  private MetricContract() {}

  static List<String> faults(String line) {
    List<String> faults = StrictSchemas.faults(SCHEMA, line);
    return faults.isEmpty() ? faultsOfTargets(Spec.tree(line)) : faults;
  }

  // CloudWatch drops, without a word, a metric whose target is missing.
  private static List<String> faultsOfTargets(JsonNode line) {
    List<String> metrics =
        directives(line).flatMap(d -> texts(d.path("Metrics"), m -> m.path("Name"))).toList();
    Stream<String> repeated =
        metrics.stream()
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(named -> named.getValue() > 1)
            .map(named -> named.getKey() + " is named twice");
    Stream<String> missing =
        metrics.stream().filter(name -> !line.path(name).isNumber()).map(n -> n + " has no number");
    Stream<String> nowhere =
        directives(line)
            .flatMap(d -> d.path("Dimensions").valueStream())
            .flatMap(set -> texts(set, name -> name))
            .distinct()
            .filter(name -> !line.path(name).isString())
            .map(name -> name + " has no value");
    return Stream.of(repeated, missing, nowhere).flatMap(fault -> fault).toList();
  }

  private static Stream<JsonNode> directives(JsonNode line) {
    return line.path("_aws").path("CloudWatchMetrics").valueStream();
  }

  private static Stream<String> texts(JsonNode array, UnaryOperator<JsonNode> part) {
    return array.valueStream().map(element -> part.apply(element).asString());
  }
}
