package navigator.local.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What Bedrock demands of the body of a Converse request, with the words in which it refuses. */
final class ConverseRules {
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "messages",
          "system",
          "inferenceConfig",
          "guardrailConfig",
          "requestMetadata",
          "additionalModelRequestFields",
          "additionalModelResponseFieldPaths",
          "performanceConfig",
          "serviceTier");
  private static final Set<String> TEXT_BLOCKS = Set.of("text", "cachePoint");
  private static final int MOST_CACHE_POINTS = 4;

  private ConverseRules() {}

  /** The first fault that is found, in Bedrock's words. */
  static Optional<String> fault(JsonNode request, FoundationModel model) {
    return Stream.<Supplier<Optional<String>>>of(
            () -> fields(request),
            () -> order(request.path("messages")),
            () -> contents(request.path("messages")),
            () -> blocks(request.path("system"), "SystemContentBlock", "system"),
            () -> cachePoints(request),
            () -> maxTokens(request.path("inferenceConfig").path("maxTokens"), model),
            () -> share(request.path("inferenceConfig"), "temperature"),
            () -> share(request.path("inferenceConfig"), "topP"))
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> fields(JsonNode request) {
    return request
        .propertyStream()
        .map(field -> field.getKey())
        .filter(field -> !UNDERSTOOD.contains(field))
        .map(field -> "The emulator does not support the field " + field + ".")
        .findFirst();
  }

  private static Optional<String> order(JsonNode messages) {
    if (!messages.path(0).path("role").asText().equals("user")) {
      return Optional.of(
          "A conversation must start with a user message. Try again with a conversation that starts"
              + " with a user message.");
    }
    for (var i = 0; i < messages.size(); i++) {
      if (!messages.get(i).path("role").asText().equals(i % 2 == 0 ? "user" : "assistant")) {
        return Optional.of(
            "A conversation must alternate between user and assistant roles. Make sure the"
                + " conversation alternates between user and assistant roles and try again.");
      }
    }
    return messages.size() % 2 == 1
        ? Optional.empty()
        : Optional.of(
            "This model does not support assistant message prefill. The conversation must end with"
                + " a user message.");
  }

  private static Optional<String> contents(JsonNode messages) {
    for (var i = 0; i < messages.size(); i++) {
      var content = messages.get(i).path("content");
      if (content.isEmpty()) {
        return Optional.of(
            ("The content field in the Message object at messages.%d is empty. Add a ContentBlock"
                    + " object to the content field and try again.")
                .formatted(i));
      }
      var fault = blocks(content, "ContentBlock", "messages." + i + ".content");
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> blocks(JsonNode blocks, String type, String at) {
    for (var i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      var other = block.propertyStream().filter(b -> !TEXT_BLOCKS.contains(b.getKey())).findFirst();
      if (other.isPresent()) {
        return Optional.of("The emulator reads text only, not " + other.get().getKey() + ".");
      }
      if (!block.has("cachePoint") && block.path("text").asText("").isBlank()) {
        return Optional.of(
            "The text field in the %s object at %s.%d is blank. Add text to the text field, and try again."
                .formatted(type, at, i));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> cachePoints(JsonNode request) {
    var points = request.findValues("cachePoint");
    if (points.size() > MOST_CACHE_POINTS) {
      return Optional.of(
          "A maximum of %d blocks with cache_control may be provided. Found %d."
              .formatted(MOST_CACHE_POINTS, points.size()));
    }
    return points.stream()
        .map(point -> point.path("ttl"))
        .filter(ttl -> !ttl.isMissingNode() && !PrefixReader.isTtl(ttl.asText()))
        .map(
            ttl ->
                constraint(ttl, "cachePoint.ttl", "Member must satisfy enum value set: [1h, 5m]"))
        .findFirst();
  }

  private static Optional<String> maxTokens(JsonNode maxTokens, FoundationModel model) {
    if (maxTokens.isMissingNode() || maxTokens.isNull()) {
      return Optional.empty();
    }
    if (!maxTokens.isIntegralNumber() || maxTokens.longValue() < 1) {
      return Optional.of(
          constraint(
              maxTokens,
              "inferenceConfig.maxTokens",
              "Member must have value greater than or equal to 1"));
    }
    var limit = model.maxOutputTokens();
    return maxTokens.longValue() <= limit
        ? Optional.empty()
        : Optional.of(
            ("The maximum tokens you requested exceeds the model limit of %d. Try again with a"
                    + " maximum tokens value that is lower than %d.")
                .formatted(limit, limit));
  }

  private static Optional<String> share(JsonNode config, String name) {
    var value = config.path(name);
    return value.isMissingNode() || value.isNull() || isShare(value)
        ? Optional.empty()
        : Optional.of(
            constraint(value, "inferenceConfig." + name, "Member must have value between 0 and 1"));
  }

  private static boolean isShare(JsonNode value) {
    return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1;
  }

  private static String constraint(JsonNode value, String at, String constraint) {
    return "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
        .formatted(value.asText(), at, constraint);
  }
}
