package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Variable;
import org.junit.jupiter.api.Test;

class InferenceConfigTest {

  private final Map<String, String> environment = new HashMap<>(valid());

  @Test
  void readsEverySettingWithItsUnit() {
    InferenceConfig config = InferenceConfig.of(environment);

    assertThat(config.model().callTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.timing().lease()).isEqualTo(Duration.ofSeconds(75));
    assertThat(config.history()).isEqualTo(new HistoryLimits(10, 8_000));
    assertThat(config.retention()).isEqualTo(Duration.ofDays(365));
    assertThat(config.model().guardrail()).isNull();
  }

  @Test
  void namesEveryFaultAtOnce() {
    environment.remove(Variable.TABLE_NAME);
    environment.put(Variable.MAX_ATTEMPTS, "0");
    environment.put(Variable.MODEL_CALL_TIMEOUT, "30");

    assertThatExceptionOfType(InvalidConfiguration.class)
        .isThrownBy(() -> InferenceConfig.of(environment))
        .withMessageContainingAll(
            Variable.TABLE_NAME, Variable.MAX_ATTEMPTS, Variable.MODEL_CALL_TIMEOUT);
  }

  @Test
  void refusesTimesThatDoNotFitIntoEachOther() {
    environment.put(Variable.MODEL_CALL_BUDGET, "PT30S");
    environment.put(Variable.CLAIM_LEASE, "PT90S");

    assertThatExceptionOfType(InvalidConfiguration.class)
        .isThrownBy(() -> InferenceConfig.of(environment))
        .withMessageContainingAll(
            "MODEL_CALL_BUDGET is not longer than MODEL_CALL_TIMEOUT",
            "VISIBILITY_TIMEOUT is not longer than CLAIM_LEASE");
  }

  @Test
  void takesAGuardrailOnlyWithItsVersion() {
    environment.put(Variable.GUARDRAIL_ID, "gr-1");

    assertThatExceptionOfType(InvalidConfiguration.class)
        .isThrownBy(() -> InferenceConfig.of(environment))
        .withMessageContaining("go together");

    environment.put(Variable.GUARDRAIL_VERSION, "3");
    assertThat(InferenceConfig.of(environment).model().guardrail())
        .isEqualTo(new ModelSettings.Guardrail("gr-1", "3"));
  }

  @Test
  void theDeadLetterFunctionNeedsFewerSettings() {
    DeadLetterConfig config = DeadLetterConfig.of(environment);

    assertThat(config.modelId()).isEqualTo(Samples.MODEL);
    assertThat(config.deadLetterRetention()).isEqualTo(Duration.ofDays(30));
    assertThatExceptionOfType(InvalidConfiguration.class)
        .isThrownBy(() -> DeadLetterConfig.of(Map.of()))
        .withMessageContainingAll(
            Variable.TABLE_NAME, Variable.EVENT_BUS_NAME, Variable.MODEL_ID, Variable.RETENTION);
  }

  static Map<String, String> valid() {
    return Map.ofEntries(
        Map.entry(Variable.TABLE_NAME, "learning-navigator"),
        Map.entry(Variable.REQUEST_QUEUE_URL, "https://sqs.invalid/chat-requests.fifo"),
        Map.entry(Variable.DEAD_LETTER_QUEUE_URL, "https://sqs.invalid/chat-dead-letters.fifo"),
        Map.entry(Variable.EVENT_BUS_NAME, "learning-navigator"),
        Map.entry(Variable.MODEL_ID, Samples.MODEL),
        Map.entry(Variable.MAX_OUTPUT_TOKENS, "2048"),
        Map.entry(Variable.MODEL_CALL_TIMEOUT, "PT30S"),
        Map.entry(Variable.MODEL_CALL_BUDGET, "PT40S"),
        Map.entry(Variable.CLAIM_LEASE, "PT75S"),
        Map.entry(Variable.VISIBILITY_TIMEOUT, "PT90S"),
        Map.entry(Variable.MAX_ATTEMPTS, "5"),
        Map.entry(Variable.MAX_IN_PROCESS_WAIT, "PT20S"),
        Map.entry(Variable.HISTORY_MESSAGES, "10"),
        Map.entry(Variable.HISTORY_TOKENS, "8000"),
        Map.entry(Variable.RETENTION, "P365D"),
        Map.entry(Variable.DEAD_LETTER_RETENTION, "P30D"));
  }
}
