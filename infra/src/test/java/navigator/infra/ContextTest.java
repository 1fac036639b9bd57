package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextTest {

  @Test
  void withoutContextTheDefaultsHold() {
    assertThat(settings(Map.of())).isEqualTo(StackSettings.defaults());
  }

  @Test
  void theStageIsChosen() {
    assertThat(settings(Map.of("stage", "prod"))).isEqualTo(StackSettings.prod());
    assertThat(settings(Map.of("stage", "dev"))).isEqualTo(StackSettings.defaults());
  }

  @Test
  void theModelIsChosen() {
    assertThat(settings(Map.of("model", "global.anthropic.claude-sonnet-5")).answering().model())
        .isEqualTo(new BedrockModel("global.anthropic.claude-sonnet-5"));
  }

  @Test
  void theQuotaOfTheModelIsSaid() {
    assertThat(settings(Map.of("quotaTokens", 60_000, "quotaRequests", 50)).answering().quota())
        .isEqualTo(new ModelQuota(60_000, 50));
    assertThat(settings(Map.of()).answering().quota()).isEqualTo(ModelQuota.UNKNOWN);
  }

  @Test
  void furtherModelsAreAListWithTheirQuotas() {
    String list = "us.anthropic.claude-haiku-4-5-20251001-v1:0@200000/50,amazon.nova-lite-v1:0";

    assertThat(settings(Map.of("furtherModels", list)).answering().further())
        .extracting(FurtherModel::variable)
        .containsExactly(
            "us.anthropic.claude-haiku-4-5-20251001-v1:0@200000/50/5",
            "amazon.nova-lite-v1:0@0/0/1");
  }

  @Test
  void outputTokensCostFiveSinceClaude37() {
    assertThat(new BedrockModel("us.anthropic.claude-sonnet-4-6").burndown()).isEqualTo(5);
    assertThat(new BedrockModel("us.anthropic.claude-3-7-sonnet-20250219-v1:0").burndown())
        .isEqualTo(5);
    assertThat(new BedrockModel("anthropic.claude-3-5-sonnet-20241022-v2:0").burndown())
        .isEqualTo(1);
    assertThat(new BedrockModel("anthropic.claude-3-haiku-20240307-v1:0").burndown()).isEqualTo(1);
    assertThat(new BedrockModel("amazon.nova-lite-v1:0").burndown()).isEqualTo(1);
  }

  @Test
  void aGuardrailIsChosenWithItsVersion() {
    assertThat(
            settings(Map.of("guardrail", "gr0a1b2c", "guardrailVersion", 3))
                .answering()
                .guardrail())
        .contains(new Answering.Guardrail("gr0a1b2c", "3"));
  }

  @Test
  void capacityIsChosen() {
    Capacity chosen =
        settings(Map.of("workers", "40", "waiters", "7", "reserve", false)).capacity();

    assertThat(chosen.workers()).isEqualTo(40);
    assertThat(chosen.waiters()).isEqualTo(7);
    assertThat(chosen.reserved()).isFalse();
  }

  @Test
  void whatOneUserMayAskForIsChosen() {
    assertThat(settings(Map.of("userRate", "7", "userPending", "3")).capacity().users())
        .isEqualTo(new PerUser(7, 3));
    assertThatThrownBy(() -> settings(Map.of("userPending", "101")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("userPending");
  }

  @Test
  void originsAreAList() {
    assertThat(settings(Map.of("origins", "https://a.example,https://b.example")).origins())
        .containsExactly("https://a.example", "https://b.example");
  }

  @Test
  void nobodyIsToldOfAlarmsUnlessAnAddressIsChosen() {
    assertThat(settings(Map.of()).alarmEmail()).isEmpty();
    assertThat(settings(Map.of("alarmEmail", "ops@example.org")).alarmEmail())
        .contains("ops@example.org");
  }

  @Test
  void unknownKeysAreRefusedByName() {
    assertThatThrownBy(() -> settings(Map.of("stage", "dev", "colour", "red", "size", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[colour, size]")
        .hasMessageContaining(
            "alarmEmail, furtherModels, guardrail, guardrailVersion, model, origins, quotaRequests,"
                + " quotaTokens, reserve, stage, userPending, userRate, waiters");
  }

  @Test
  void theToolkitsOwnKeysAreNoConcernOfTheStack() {
    assertThat(
            settings(
                Map.of(
                    "aws:cdk:enable-path-metadata", true,
                    "@aws-cdk/core:checkSecretUsage", true)))
        .isEqualTo(StackSettings.defaults());
  }

  @ParameterizedTest
  @CsvSource({
    "stage, production",
    "reserve, no",
    "workers, many",
    "workers, 1",
    "waiters, 0",
    "model, claude",
    "quotaTokens, many",
    "quotaTokens, -1",
    "quotaRequests, 1000000000",
    "furtherModels, claude",
    "furtherModels, amazon.nova-lite-v1:0@many",
    "furtherModels, us.anthropic.claude-sonnet-4-6",
    "guardrail, gr0a1b2c",
    "guardrailVersion, 1",
    "origins, example.org",
    "alarmEmail, ops"
  })
  void wrongValuesAreRefusedByName(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key.equals("model") ? "id of a model" : key);
  }

  private static StackSettings settings(Map<String, ?> context) {
    return new Context(context).settings();
  }
}
