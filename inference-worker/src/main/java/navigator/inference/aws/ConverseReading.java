package navigator.inference.aws;

import static navigator.contracts.ErrorCode.CONTENT_FILTERED;
import static navigator.contracts.ErrorCode.CONTEXT_TOO_LONG;
import static navigator.contracts.ErrorCode.EMPTY_RESPONSE;
import static navigator.contracts.ErrorCode.MODEL_UNAVAILABLE;

import java.util.Objects;
import java.util.stream.Collectors;
import navigator.contracts.Usage;
import navigator.inference.ModelResult;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

/** What a Converse response says: not every one is an answer. */
final class ConverseReading {

  private ConverseReading() {}

  static ModelResult of(ConverseResponse response, String model) {
    StopReason reason = response.stopReason();
    if (reason == null) {
      return new ModelResult.Transient(MODEL_UNAVAILABLE, "The model gave no stop reason.");
    }
    return switch (reason) {
      case CONTENT_FILTERED ->
          new ModelResult.Permanent(CONTENT_FILTERED, "The model's answer was filtered.");
      case GUARDRAIL_INTERVENED ->
          new ModelResult.Permanent(CONTENT_FILTERED, "The guardrail intervened.");
      case MODEL_CONTEXT_WINDOW_EXCEEDED ->
          new ModelResult.Permanent(
              CONTEXT_TOO_LONG, "The conversation does not fit the model's context window.");
      case MALFORMED_MODEL_OUTPUT, MALFORMED_TOOL_USE ->
          new ModelResult.Transient(MODEL_UNAVAILABLE, "The model's output was malformed.");
      // A stop reason of the future is told as it is, with the text that came.
      case END_TURN, STOP_SEQUENCE, MAX_TOKENS, TOOL_USE, UNKNOWN_TO_SDK_VERSION ->
          answer(response, model);
    };
  }

  private static ModelResult answer(ConverseResponse response, String model) {
    String text = text(response.output());
    return text.isBlank()
        ? new ModelResult.Transient(EMPTY_RESPONSE, "The model's answer was empty.")
        : new ModelResult.Answer(
            text, model, response.stopReasonAsString(), usage(response.usage()));
  }

  private static String text(@Nullable ConverseOutput output) {
    if (output == null || output.message() == null) {
      return "";
    }
    return output.message().content().stream()
        .map(ContentBlock::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining());
  }

  private static Usage usage(@Nullable TokenUsage usage) {
    return usage == null
        ? new Usage(0, 0, 0, 0)
        : new Usage(
            count(usage.inputTokens()),
            count(usage.outputTokens()),
            count(usage.cacheReadInputTokens()),
            count(usage.cacheWriteInputTokens()));
  }

  private static int count(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }
}
