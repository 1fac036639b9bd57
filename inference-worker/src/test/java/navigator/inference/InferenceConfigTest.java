package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.environment.InvalidConfiguration;
import navigator.contracts.environment.Variable;
import navigator.inference.quota.Tempo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void theModelIsTheFirstOfAChainWithQuotas() {
    environment.put(Variable.FURTHER_MODELS, "us.anthropic.haiku-v1:0@200000/50/5,other@0/0/1");

    List<GovernedModel> chain = InferenceConfig.of(environment).chain();

    assertThat(chain)
        .extracting(GovernedModel::id)
        .containsExactly(Samples.MODEL, "us.anthropic.haiku-v1:0", "other");
    assertThat(chain)
        .extracting(each -> each.quota().tokens())
        .containsExactly(60_000L, 200_000L, 0L);
    assertThat(chain).extracting(each -> each.quota().requests()).containsExactly(0L, 50L, 0L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "haiku",
        "haiku@1/2",
        "haiku@many/0/1",
        "haiku@1/2/0",
        "a@1/2/5,,b@1/2/5",
        " a@1/2/5",
        "a@0/0/1,a@0/0/1"
      })
  void refusesAChainThatItDoesNotUnderstand(String chain) {
    environment.put(Variable.FURTHER_MODELS, chain);

    assertThatExceptionOfType(InvalidConfiguration.class)
        .isThrownBy(() -> InferenceConfig.of(environment))
        .withMessageContaining(Variable.FURTHER_MODELS);
  }

  @Test
  void aMinuteIsAsLongAsItIsSaid() {
    assertThat(InferenceConfig.of(environment).tempo()).isEqualTo(Tempo.REAL);

    environment.put(Variable.QUOTA_MINUTE, "PT10S");
    assertThat(InferenceConfig.of(environment).tempo())
        .isEqualTo(new Tempo(Duration.ofSeconds(10)));
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
        Map.entry(Variable.AWS_REGION, "us-west-2"),
        Map.entry(Variable.QUOTA_TOKENS_PER_MINUTE, "60000"),
        Map.entry(Variable.QUOTA_REQUESTS_PER_MINUTE, "0"),
        Map.entry(Variable.QUOTA_START, "2000000"),
        Map.entry(Variable.QUOTA_BURNDOWN, "5"),
        Map.entry(Variable.QUOTA_FLEET, "5"),
        Map.entry(Variable.QUOTA_MINUTE, "PT1M"),
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
