package navigator.local.bedrock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads a Converse request and refuses what Bedrock refuses. */
final class PromptReader {
  private static final JsonMapper JSON = new JsonMapper();

  private PromptReader() {}

  static Reading read(String modelId, String body) {
    var model = FoundationModel.find(modelId);
    if (model.isEmpty()) {
      return invalid("The provided model identifier is invalid.");
    }
    return switch (model.get().access()) {
      case END_OF_LIFE -> new Reading.Invalid(new Fault.Refused(BedrockError.RESOURCE_NOT_FOUND));
      case PROFILE_ONLY ->
          FoundationModel.isProfile(modelId)
              ? parse(modelId, model.get(), body)
              : invalid(
                  ("Invocation of model ID %s with on-demand throughput isn’t supported. Retry your"
                          + " request with the ID or ARN of an inference profile that contains this"
                          + " model.")
                      .formatted(modelId));
      case ON_DEMAND -> parse(modelId, model.get(), body);
    };
  }

  private static Reading parse(String modelId, FoundationModel model, String body) {
    try {
      return check(modelId, model, JSON.readTree(body));
    } catch (JsonProcessingException e) {
      return invalid("The request body is not valid JSON.");
    }
  }

  private static Reading check(String modelId, FoundationModel model, JsonNode request) {
    var fault = ConverseRules.fault(request, model);
    if (fault.isPresent()) {
      return invalid(fault.get());
    }
    var prompt = prompt(modelId, model, request);
    return prompt.inputTokens() <= model.contextTokens()
        ? new Reading.Valid(prompt, Terms.of(request))
        : invalid("Input is too long for requested model.");
  }

  private static Prompt prompt(String modelId, FoundationModel model, JsonNode request) {
    var messages =
        request
            .path("messages")
            .valueStream()
            .map(m -> new Prompt.Message(m.path("role").asText(), text(m.path("content"))))
            .toList();
    var maxTokens =
        request.path("inferenceConfig").path("maxTokens").asInt(model.maxOutputTokens());
    return new Prompt(modelId, model, text(request.path("system")), messages, maxTokens);
  }

  private static String text(JsonNode blocks) {
    return StreamSupport.stream(blocks.spliterator(), false)
        .filter(block -> block.has("text"))
        .map(block -> block.path("text").asText())
        .collect(Collectors.joining("\n"));
  }

  private static Reading invalid(String message) {
    return new Reading.Invalid(new Fault.Refused(BedrockError.VALIDATION, message));
  }
}
