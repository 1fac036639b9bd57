package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.sqs.Queue;

class NagTest {

  @Test
  void theStackOfDevelopersHasNoFindings() {
    requireNone(SynthesizedStack.of(StackSettings.defaults()).findings());
  }

  @Test
  void theStackOfUsersHasNoFindings() {
    requireNone(SynthesizedStack.of(StackSettings.prod()).findings());
  }

  @Test
  void theChecksFindAQueueWithoutADeadLetterQueue() {
    Stack careless = new Stack(SynthesizedStack.app(), "Careless");
    new Queue(careless, "Queue");

    Annotations findings = SynthesizedStack.inspected(careless).findings();

    findings.hasError("*", Match.stringLikeRegexp("AwsSolutions-SQS3.*"));
    assertThatThrownBy(() -> requireNone(findings)).hasMessageContaining("AwsSolutions-SQS3");
  }

  @Test
  void everySuppressionIsOnOneResourceForOneRuleWithAReason() {
    var suppressions =
        SynthesizedStack.of(StackSettings.defaults())
            .template()
            .json()
            .findValues("rules_to_suppress");

    assertThat(suppressions)
        .allSatisfy(
            rules ->
                assertThat(rules)
                    .allSatisfy(
                        rule -> {
                          assertThat(rule.get("id").asText()).matches("AwsSolutions-[A-Z]+\\d+");
                          assertThat(rule.get("reason").asText().length()).isGreaterThan(30);
                        }));
    assertThat(suppressions).as("suppressed resources").hasSize(5);
  }

  static void requireNone(Annotations findings) {
    findings.hasNoError("*", Match.anyValue());
    findings.hasNoWarning("*", Match.anyValue());
  }
}
