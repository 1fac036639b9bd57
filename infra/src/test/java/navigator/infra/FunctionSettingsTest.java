package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import navigator.contracts.environment.Variable;
import navigator.inference.DeadLetterConfig;
import navigator.inference.InferenceConfig;
import navigator.ingest.IngestConfig;
import navigator.ops.OpsConfig;
import navigator.ops.replay.ReplayConfig;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.OutcomeWaitConfig;
import navigator.persistence.ReadConfig;
import navigator.persistence.StatusConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionSettingsTest {

  private static final Map<String, Function<Map<String, String>, Object>> READERS =
      Map.ofEntries(
          Map.entry("learning-navigator-submit", IngestConfig::of),
          Map.entry("learning-navigator-inference", InferenceConfig::of),
          Map.entry("learning-navigator-dead-letter", DeadLetterConfig::of),
          Map.entry("learning-navigator-outcome", OutcomeConfig::of),
          Map.entry("learning-navigator-overdue", OutcomeConfig::of),
          Map.entry("learning-navigator-replay", ReplayConfig::of),
          Map.entry("learning-navigator-ops", OpsConfig::of),
          Map.entry("learning-navigator-cancel", ReadConfig::of),
          Map.entry("learning-navigator-delete-conversation", ReadConfig::of),
          Map.entry("learning-navigator-status", StatusConfig::of),
          Map.entry("learning-navigator-outcome-wait", OutcomeWaitConfig::of),
          Map.entry("learning-navigator-requests", ReadConfig::of),
          Map.entry("learning-navigator-conversations", ReadConfig::of));

  static Stream<Map.Entry<String, Function<Map<String, String>, Object>>> functions() {
    return READERS.entrySet().stream();
  }

  private static List<SynthesizedTemplate> templates() {
    Answering answering =
        Answering.defaults().elseBy(FurtherModel.list("us.anthropic.claude-sonnet-5@100000"));
    return Stream.of(
            StackSettings.defaults(),
            StackSettings.defaults().answering(answering),
            StackSettings.prod(),
            StackSettings.forTests())
        .map(settings -> SynthesizedStack.of(settings).template())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionUnderstandsWhatTheStackSetsForIt(
      Map.Entry<String, Function<Map<String, String>, Object>> function) {
    for (SynthesizedTemplate template : templates()) {
      assertThatCode(() -> function.getValue().apply(environment(template, function.getKey())))
          .doesNotThrowAnyException();
    }
  }

  private static Map<String, String> environment(SynthesizedTemplate template, String function) {
    Map<String, String> environment = template.environment(function);
    // Lambda sets it.
    environment.put(Variable.AWS_REGION, "us-west-2");
    return environment;
  }

  @Test
  void everyFunctionOfTheStackIsAmongThem() {
    assertThat(templates().getFirst().properties("AWS::Lambda::Function"))
        .extracting(function -> function.path("FunctionName").asText())
        .containsExactlyInAnyOrderElementsOf(READERS.keySet());
  }
}
