package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PipelineTest {

  private static final SynthesizedTemplate STACK =
      SynthesizedStack.of(StackSettings.defaults()).template();

  @Test
  void everyMappingReportsTheMessagesOfABatchThatFailedAndIsLimited() {
    assertThat(STACK.properties("AWS::Lambda::EventSourceMapping"))
        .hasSize(2)
        .allSatisfy(
            mapping -> {
              assertThat(mapping.at("/FunctionResponseTypes/0").asText())
                  .isEqualTo("ReportBatchItemFailures");
              assertThat(mapping.get("BatchSize").asInt()).isLessThanOrEqualTo(10);
              assertThat(mapping.at("/ScalingConfig/MaximumConcurrency").asInt()).isPositive();
              assertThat(mapping.get("FunctionName").toString()).contains(":live");
            });
  }

  @Test
  void noFunctionOutlivesTheVisibilityOfItsQueue() {
    for (StackSettings settings : List.of(StackSettings.defaults(), StackSettings.forTests())) {
      SynthesizedTemplate template = SynthesizedStack.of(settings).template();
      Map<String, String> consumers =
          Map.of(
              "chat-requests.fifo", "learning-navigator-inference",
              "chat-dead-letters.fifo", "learning-navigator-dead-letter");
      consumers.forEach(
          (queue, function) ->
              assertThat(template.function(function).get("Timeout").asInt())
                  .isLessThan(queue(template, queue).get("VisibilityTimeout").asInt()));
    }
  }

  @Test
  void everyQueueOfConversationsIsFifoInHighThroughputMode() {
    assertThat(STACK.properties("AWS::SQS::Queue").filter(queue -> name(queue).startsWith("chat-")))
        .hasSize(5)
        .allSatisfy(
            queue -> {
              assertThat(queue.path("FifoQueue").asBoolean())
                  .isEqualTo(name(queue).endsWith(".fifo"));
              assertThat(queue.path("FifoThroughputLimit").asText("perMessageGroupId"))
                  .isEqualTo("perMessageGroupId");
              assertThat(queue.get("SqsManagedSseEnabled").asBoolean()).isTrue();
            });
  }

  @Test
  void deadLettersHaveDeadLettersOfTheirOwn() {
    Map<String, String> behind = new TreeMap<>();
    STACK
        .properties("AWS::SQS::Queue")
        .filter(queue -> queue.has("RedrivePolicy"))
        .forEach(
            queue ->
                behind.put(
                    name(queue),
                    name(
                        STACK.properties(
                            queue.at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0")))));

    assertThat(behind)
        .isEqualTo(
            Map.of(
                "chat-requests.fifo", "chat-dead-letters.fifo",
                "chat-dead-letters.fifo", "chat-dead-letters-failed.fifo"));
  }

  @Test
  void theRuleTakesBothOutcomesOfTheWorkerAndLosesNone() {
    JsonNode rule =
        STACK
            .properties("AWS::Events::Rule")
            .filter(candidate -> candidate.has("EventPattern"))
            .findFirst()
            .orElseThrow();

    assertThat(rule.get("EventPattern").toString())
        .isEqualTo(
            "{\"detail-type\":[\"ChatAnswered\",\"ChatFellBack\"],"
                + "\"source\":[\"learning-navigator.inference\"]}");
    JsonNode target = rule.at("/Targets/0");
    assertThat(name(STACK.properties(target.at("/DeadLetterConfig/Arn/Fn::GetAtt/0"))))
        .isEqualTo("chat-outcome-events-failed");
    assertThat(target.at("/RetryPolicy/MaximumRetryAttempts").asInt()).isEqualTo(185);
  }

  @Test
  void outcomesThatCannotBeStoredAreKept() {
    JsonNode config =
        STACK
            .properties("AWS::Lambda::EventInvokeConfig")
            .filter(candidate -> candidate.has("DestinationConfig"))
            .findFirst()
            .orElseThrow();

    assertThat(
            name(
                STACK.properties(
                    config.at("/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0"))))
        .isEqualTo("chat-outcome-invokes-failed");
    assertThat(isAlias(config.at("/Qualifier/Fn::Select/1/Fn::Split/1/Ref"))).isTrue();
    assertThat(config.get("MaximumRetryAttempts").asInt()).isEqualTo(2);
  }

  @Test
  void overdueRequestsAreLookedForEveryMinute() {
    assertThat(scheduled("learning-navigator-overdue")).isEqualTo("rate(1 minute)");
  }

  @Test
  void replaysAreDrivenEveryMinute() {
    assertThat(scheduled("learning-navigator-replay")).isEqualTo("rate(1 minute)");
  }

  private static String scheduled(String rule) {
    return STACK
        .properties("AWS::Events::Rule")
        .filter(scheduled -> scheduled.path("Name").asText().equals(rule))
        .map(scheduled -> scheduled.path("ScheduleExpression").asText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void allThatIsInvokedIsInvokedThroughItsAlias() {
    assertThat(STACK.properties("AWS::ApiGatewayV2::Integration"))
        .allMatch(integration -> isAlias(integration.at("/IntegrationUri/Ref")));
    assertThat(STACK.properties("AWS::Events::Rule"))
        .allMatch(rule -> isAlias(rule.at("/Targets/0/Arn/Ref")));
    assertThat(STACK.properties("AWS::Lambda::Permission"))
        .allMatch(permission -> isAlias(permission.at("/FunctionName/Ref")));
  }

  private static boolean isAlias(JsonNode reference) {
    return STACK.resources("AWS::Lambda::Alias").containsKey(reference.asText());
  }

  private static JsonNode queue(SynthesizedTemplate template, String name) {
    return template
        .properties("AWS::SQS::Queue")
        .filter(queue -> name(queue).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String name(JsonNode queue) {
    return queue.get("QueueName").asText();
  }
}
