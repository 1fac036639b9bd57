package navigator.contracts.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The specified contracts as tests ask them: every method tells what is wrong, and an empty list
 * says that nothing is. Safe for use by many threads.
 */
public final class ContractSchemas {

  private ContractSchemas() {}

  /**
   * What is wrong with an answer of the HTTP API, by {@code openapi.yaml}.
   *
   * @param path the path that was called, without its query
   * @param headers the answer's; names in any case
   */
  public static List<String> httpAnswer(
      String method, String path, int status, Map<String, String> headers, String body) {
    return HttpContract.faults(method, path, status, headers, body);
  }

  /**
   * What is wrong with an SQS message, by {@code asyncapi.yaml}.
   *
   * @param queue the queue's name
   * @param attributes the message attributes with their string values
   */
  public static List<String> queueMessage(
      String queue, Map<String, String> attributes, String body) {
    return MessageContract.queueMessage(queue, attributes, body);
  }

  /**
   * What is wrong with an event's detail, by {@code asyncapi.yaml}.
   *
   * @param bus the bus's name
   */
  public static List<String> event(String bus, String detailType, String detail) {
    return MessageContract.event(bus, detailType, detail);
  }

  /** What is wrong with a log line that carries metrics, by {@code metric-line.json}. */
  public static List<String> metricLine(String line) {
    return MetricContract.faults(line);
  }

  /**
   * What is wrong with a JSON text by one of {@code contracts/spec/schemas}.
   *
   * @param schema the file's name, such as {@code chat-request.json}
   */
  public static List<String> object(String schema, String json) {
    JsonNode reference = JsonNodeFactory.instance.objectNode().put("$ref", "schemas/" + schema);
    return StrictSchemas.faults(reference, json);
  }

  /** Every operation of the HTTP API as a route key, such as {@code POST /chat}. */
  public static Set<String> routes() {
    return HttpContract.routes();
  }

  /** The name of every queue, and of the bus. */
  public static Set<String> channels() {
    return MessageContract.channels();
  }
}
