package navigator.local.bedrock;

import java.util.List;
import java.util.Optional;

/**
 * A model that the emulator stands for.
 *
 * @param id without an inference profile's prefix
 * @param maxOutputTokens the most that a request may ask for, and what it gets if it asks for
 *     nothing
 * @param contextTokens the most that a prompt may have
 * @param access how it may be called
 */
record FoundationModel(String id, int maxOutputTokens, int contextTokens, Access access) {
  private static final List<FoundationModel> ALL =
      List.of(
          new FoundationModel(
              "anthropic.claude-3-5-sonnet-20241022-v2:0", 8_192, 200_000, Access.ON_DEMAND),
          new FoundationModel(
              "anthropic.claude-haiku-4-5-20251001-v1:0", 64_000, 200_000, Access.PROFILE_ONLY),
          new FoundationModel("anthropic.claude-sonnet-4-6", 64_000, 200_000, Access.PROFILE_ONLY),
          new FoundationModel("anthropic.claude-sonnet-5", 64_000, 200_000, Access.PROFILE_ONLY),
          new FoundationModel("anthropic.claude-opus-4-8", 64_000, 200_000, Access.PROFILE_ONLY),
          new FoundationModel("anthropic.claude-v2:1", 4_096, 200_000, Access.END_OF_LIFE));

  /** How a model may be called. */
  enum Access {
    /** By its own id or through an inference profile. */
    ON_DEMAND,
    /** Through an inference profile. */
    PROFILE_ONLY,
    /** Not any more. */
    END_OF_LIFE
  }

  /**
   * The model behind an id.
   *
   * @param modelId of a model or an inference profile, or the ARN of one
   */
  static Optional<FoundationModel> find(String modelId) {
    var id = bareId(modelId);
    return ALL.stream().filter(model -> matches(model, id)).findFirst();
  }

  private static boolean matches(FoundationModel model, String id) {
    return model.id.equals(id) || (isProfile(id) && model.id.equals(withoutPrefix(id)));
  }

  /** Whether the id names an inference profile, such as {@code us.anthropic.…}. */
  static boolean isProfile(String modelId) {
    return bareId(modelId).matches("(us|us-gov|eu|apac|jp|au|ca|global)\\..+");
  }

  /** The id of a model or a profile, which may be given as an ARN. */
  static String bareId(String modelId) {
    return modelId.startsWith("arn:") ? modelId.substring(modelId.lastIndexOf('/') + 1) : modelId;
  }

  private static String withoutPrefix(String id) {
    return id.substring(id.indexOf('.') + 1);
  }
}
