package navigator.inference;

import java.time.Duration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Which model is asked, and how.
 *
 * @param id of a model or an inference profile
 * @param maxOutputTokens what an answer may take; without it Bedrock reserves the model's maximum
 * @param callTimeout how long one call may take
 */
public record ModelSettings(
    String id, int maxOutputTokens, Duration callTimeout, @Nullable Guardrail guardrail) {

  /** A Bedrock guardrail, by its id and version. */
  public record Guardrail(String id, String version) {}

  /** The same for another model. */
  public ModelSettings of(String otherId) {
    return new ModelSettings(otherId, maxOutputTokens, callTimeout, guardrail);
  }

  static ModelSettings of(Settings settings) {
    return new ModelSettings(
        settings.text(Variable.MODEL_ID),
        settings.integer(Variable.MAX_OUTPUT_TOKENS, 1, 200_000),
        settings.duration(
            Variable.MODEL_CALL_TIMEOUT, Duration.ofMillis(100), Duration.ofMinutes(15)),
        guardrail(settings));
  }

  private static @Nullable Guardrail guardrail(Settings settings) {
    String id = settings.optional(Variable.GUARDRAIL_ID).orElse(null);
    String version = settings.optional(Variable.GUARDRAIL_VERSION).orElse(null);
    settings.require(
        (id == null) == (version == null),
        Variable.GUARDRAIL_ID + " and " + Variable.GUARDRAIL_VERSION + " go together");
    return id == null || version == null ? null : new Guardrail(id, version);
  }
}
