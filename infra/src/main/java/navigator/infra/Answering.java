package navigator.infra;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How answers are made.
 *
 * @param model the model, or the inference profile, that is called
 * @param quota of that model
 * @param further models that are asked when those before them are down or cannot answer in time
 * @param guardrail applied to every call; empty: none
 * @param maxOutputTokens of one answer
 * @param historyMessages the most earlier messages in a prompt
 * @param historyTokens the most tokens of earlier messages in a prompt
 * @param maxAttempts model calls that count until a request is given up; throttled ones do not
 */
record Answering(
    BedrockModel model,
    ModelQuota quota,
    List<FurtherModel> further,
    Optional<Guardrail> guardrail,
    int maxOutputTokens,
    int historyMessages,
    int historyTokens,
    int maxAttempts) {

  /**
   * More than the longest turn takes in English, or what comes after one would be asked without it.
   */
  private static final int HISTORY_TOKENS = 16_000;

  public Answering {
    further = List.copyOf(further);
    Set<BedrockModel> models = new HashSet<>(Set.of(model));
    if (!further.stream().map(FurtherModel::model).allMatch(models::add)) {
      throw new IllegalArgumentException("furtherModels name a model twice");
    }
    requirePositive("maxOutputTokens", maxOutputTokens);
    requirePositive("historyMessages", historyMessages);
    requirePositive("historyTokens", historyTokens);
    requirePositive("maxAttempts", maxAttempts);
  }

  /** A current Sonnet by its US inference profile, without a guardrail. */
  public static Answering defaults() {
    return new Answering(
        new BedrockModel("us.anthropic.claude-sonnet-4-6"),
        ModelQuota.UNKNOWN,
        List.of(),
        Optional.empty(),
        2048,
        10,
        HISTORY_TOKENS,
        5);
  }

  Answering by(BedrockModel other) {
    return new Answering(
        other,
        quota,
        further,
        guardrail,
        maxOutputTokens,
        historyMessages,
        historyTokens,
        maxAttempts);
  }

  Answering within(ModelQuota other) {
    return new Answering(
        model,
        other,
        further,
        guardrail,
        maxOutputTokens,
        historyMessages,
        historyTokens,
        maxAttempts);
  }

  /** The further models as the functions read them; empty if there are none. */
  Optional<String> furtherVariable() {
    return further.isEmpty()
        ? Optional.empty()
        : Optional.of(
            further.stream().map(FurtherModel::variable).collect(Collectors.joining(",")));
  }

  Answering elseBy(List<FurtherModel> others) {
    return new Answering(
        model,
        quota,
        others,
        guardrail,
        maxOutputTokens,
        historyMessages,
        historyTokens,
        maxAttempts);
  }

  /** The models that may be asked. */
  Stream<BedrockModel> models() {
    return Stream.concat(Stream.of(model), further.stream().map(FurtherModel::model));
  }

  Answering guardedBy(Guardrail other) {
    return new Answering(
        model,
        quota,
        further,
        Optional.of(other),
        maxOutputTokens,
        historyMessages,
        historyTokens,
        maxAttempts);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
  }

  /**
   * A Bedrock guardrail.
   *
   * @param id its id, not its ARN
   * @param version a number, or {@code DRAFT}
   */
  public record Guardrail(String id, String version) {

    public Guardrail {
      if (!id.matches("[a-z0-9]+")) {
        throw new IllegalArgumentException("A guardrail's id is like gr0a1b2c3d, not " + id);
      }
      if (!version.matches("[1-9][0-9]{0,7}|DRAFT")) {
        throw new IllegalArgumentException(
            "A guardrail's version is a number or DRAFT, not " + version);
      }
    }
  }
}
