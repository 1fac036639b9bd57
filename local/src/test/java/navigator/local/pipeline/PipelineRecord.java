package navigator.local.pipeline;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.local.gateway.AwsService;
import navigator.local.log.LogContract;
import navigator.local.loopback.Call;

/** What passed through the pipeline: log lines, metrics, and what was not as specified. */
final class PipelineRecord {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Queue<String> contractFaults = new ConcurrentLinkedQueue<>();
  private final Set<String> metrics = ConcurrentHashMap.newKeySet();
  private final Set<String> privateTexts = ConcurrentHashMap.newKeySet();
  private final Set<String> unspecified = ConcurrentHashMap.newKeySet();

  void line(String function, String line) {
    lines.add(function + " " + line);
    metrics.addAll(LogContract.metrics(line));
    note("log of " + function, LogContract.faults(line));
  }

  /** A text that no log line may hold. */
  void privateText(String text) {
    text.lines().filter(line -> !line.isBlank()).forEach(privateTexts::add);
  }

  /** A text that a test sends although nothing specifies it. */
  void unspecified(String text) {
    unspecified.add(text);
  }

  void httpAnswer(
      String method, String path, int status, Map<String, String> headers, String body) {
    note(method + " " + path, ContractSchemas.httpAnswer(method, path, status, headers, body));
  }

  void awsCall(AwsService service, String operation, Call call) {
    String body = call.body().text();
    if (unspecified.stream().anyMatch(body::contains)) {
      return;
    }
    switch (operation) {
      case "SendMessage" -> message(json(body).path("QueueUrl").asText(), json(body));
      case "SendMessageBatch" ->
          json(body)
              .path("Entries")
              .forEach(entry -> message(json(body).path("QueueUrl").asText(), entry));
      case "PutEvents" -> json(body).path("Entries").forEach(this::event);
      default -> {
        // Only what another module reads is specified.
      }
    }
  }

  private void message(String url, JsonNode sent) {
    String queue = url.substring(url.lastIndexOf('/') + 1);
    Map<String, String> attributes = new HashMap<>();
    sent.path("MessageAttributes")
        .propertyStream()
        .forEach(a -> attributes.put(a.getKey(), a.getValue().path("StringValue").asText()));
    note(queue, ContractSchemas.queueMessage(queue, attributes, sent.path("MessageBody").asText()));
  }

  private void event(JsonNode entry) {
    note(
        "event",
        ContractSchemas.event(
            entry.path("EventBusName").asText(),
            entry.path("DetailType").asText(),
            entry.path("Detail").asText()));
  }

  private void note(String where, List<String> faults) {
    faults.forEach(fault -> contractFaults.add(where + ": " + fault));
  }

  /** The names of all metrics that were counted. */
  Set<String> metrics() {
    return Set.copyOf(metrics);
  }

  List<String> contractFaults() {
    return List.copyOf(contractFaults);
  }

  /** The lines that hold a text which somebody wrote, in any of their decoded values. */
  List<String> linesWithPrivateText() {
    return lines.stream().filter(this::tellsPrivateText).toList();
  }

  private boolean tellsPrivateText(String line) {
    String decoded = decoded(line.substring(line.indexOf(' ') + 1));
    return privateTexts.stream().anyMatch(decoded::contains);
  }

  // In JSON a text looks different as soon as it has a quotation mark or a second line.
  private static String decoded(String line) {
    return Wire.readTree(line) instanceof Read.Valid<JsonNode>(JsonNode fields)
        ? fields.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "))
        : line;
  }

  /** The lines about one request, oldest first, as {@code function message}. */
  List<String> steps(String requestId) {
    return lines.stream()
        .filter(line -> line.contains(requestId))
        .map(line -> json(line.substring(line.indexOf(' '))).path("message").asText())
        .toList();
  }

  /** The same, once these are among them: a function may log after its work is seen. */
  List<String> steps(String requestId, String... awaited) {
    return await()
        .atMost(PATIENCE)
        .until(() -> steps(requestId), steps -> steps.containsAll(List.of(awaited)));
  }

  static JsonNode json(String text) {
    return switch (Wire.readTree(text)) {
      case Read.Valid<JsonNode>(var tree) -> tree;
      case Read.Invalid<JsonNode>(var reason) -> throw new AssertionError(reason + ": " + text);
    };
  }
}
