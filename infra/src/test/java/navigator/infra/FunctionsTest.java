package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import navigator.persistence.AwaitOutcome;
import org.junit.jupiter.api.Test;

class FunctionsTest {

  private static final SynthesizedTemplate STACK =
      SynthesizedStack.of(StackSettings.defaults()).template();

  private static final Map<String, Set<String>> ENVIRONMENTS =
      Map.ofEntries(
          Map.entry(
              "learning-navigator-submit",
              Set.of(
                  "TABLE_NAME",
                  "IDEMPOTENCY_TABLE_NAME",
                  "REQUEST_QUEUE_URL",
                  "DEFAULT_DEADLINE",
                  "USER_REQUESTS_PER_MINUTE",
                  "USER_PENDING_REQUESTS",
                  "MODEL_ID",
                  "CALLS_AT_ONCE",
                  "RETENTION")),
          Map.entry(
              "learning-navigator-inference",
              Set.of(
                  "TABLE_NAME",
                  "REQUEST_QUEUE_URL",
                  "DEAD_LETTER_QUEUE_URL",
                  "EVENT_BUS_NAME",
                  "MODEL_ID",
                  "QUOTA_TOKENS_PER_MINUTE",
                  "QUOTA_REQUESTS_PER_MINUTE",
                  "QUOTA_START",
                  "QUOTA_BURNDOWN",
                  "QUOTA_FLEET",
                  "QUOTA_MINUTE",
                  "MAX_OUTPUT_TOKENS",
                  "MODEL_CALL_TIMEOUT",
                  "MODEL_CALL_BUDGET",
                  "CLAIM_LEASE",
                  "VISIBILITY_TIMEOUT",
                  "MAX_ATTEMPTS",
                  "MAX_IN_PROCESS_WAIT",
                  "HISTORY_MESSAGES",
                  "HISTORY_TOKENS",
                  "RETENTION")),
          Map.entry(
              "learning-navigator-dead-letter",
              Set.of(
                  "TABLE_NAME",
                  "EVENT_BUS_NAME",
                  "MODEL_ID",
                  "RETENTION",
                  "DEAD_LETTER_RETENTION")),
          Map.entry(
              "learning-navigator-outcome",
              Set.of("TABLE_NAME", "RETENTION", "DEAD_LETTER_RETENTION")),
          Map.entry(
              "learning-navigator-overdue",
              Set.of("TABLE_NAME", "RETENTION", "DEAD_LETTER_RETENTION")),
          Map.entry("learning-navigator-replay", Set.of("TABLE_NAME", "REQUEST_QUEUE_URL")),
          Map.entry(
              "learning-navigator-ops",
              Set.of(
                  "TABLE_NAME",
                  "REQUEST_QUEUE_URL",
                  "DEAD_LETTER_QUEUE_URL",
                  "DEAD_LETTERS_FAILED_QUEUE_URL",
                  "OUTCOME_EVENTS_FAILED_QUEUE_URL",
                  "OUTCOME_INVOKES_FAILED_QUEUE_URL")),
          Map.entry("learning-navigator-cancel", Set.of("TABLE_NAME")),
          Map.entry("learning-navigator-delete-conversation", Set.of("TABLE_NAME")),
          Map.entry("learning-navigator-status", Set.of("TABLE_NAME", "MODEL_ID", "CALLS_AT_ONCE")),
          Map.entry(
              "learning-navigator-outcome-wait",
              Set.of("TABLE_NAME", "MAX_OUTCOME_WAIT", "MODEL_ID", "CALLS_AT_ONCE")),
          Map.entry("learning-navigator-requests", Set.of("TABLE_NAME")),
          Map.entry("learning-navigator-conversations", Set.of("TABLE_NAME")));

  @Test
  void everyFunctionHasTheVariablesThatItReadsAndNoOther() {
    assertThat(
            STACK
                .properties("AWS::Lambda::Function")
                .map(function -> function.get("FunctionName").asText())
                .collect(Collectors.toMap(name -> name, name -> STACK.environment(name).keySet())))
        .isEqualTo(ENVIRONMENTS);
  }

  @Test
  void theWorkerIsConfiguredAsDesigned() {
    assertThat(STACK.environment("learning-navigator-inference"))
        .containsEntry("TABLE_NAME", "learning-navigator")
        .containsEntry(
            "REQUEST_QUEUE_URL",
            "https://sqs.us-west-2.amazonaws.com/000000000000/chat-requests.fifo")
        .containsEntry(
            "DEAD_LETTER_QUEUE_URL",
            "https://sqs.us-west-2.amazonaws.com/000000000000/chat-dead-letters.fifo")
        .containsEntry("EVENT_BUS_NAME", "learning-navigator")
        .containsEntry("MODEL_ID", "us.anthropic.claude-sonnet-4-6")
        .containsEntry("MODEL_CALL_TIMEOUT", "PT30S")
        .containsEntry("CLAIM_LEASE", "PT1M15S")
        .containsEntry("RETENTION", "P365D");
    assertThat(STACK.function("learning-navigator-inference").get("MemorySize").asInt())
        .isEqualTo(1024);
    assertThat(STACK.function("learning-navigator-inference").get("Timeout").asInt()).isEqualTo(60);
  }

  @Test
  void everyFunctionRunsJava25OnArmFromASnapshot() {
    assertThat(STACK.properties("AWS::Lambda::Function"))
        .hasSize(ENVIRONMENTS.size())
        .allSatisfy(
            function -> {
              assertThat(function.get("Runtime").asText()).isEqualTo("java25");
              assertThat(function.at("/Architectures/0").asText()).isEqualTo("arm64");
              assertThat(function.at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
            });
  }

  @Test
  void everyFunctionHasAnAliasLiveOfAPublishedVersion() {
    assertThat(STACK.properties("AWS::Lambda::Alias"))
        .hasSize(ENVIRONMENTS.size())
        .allSatisfy(
            alias -> {
              assertThat(alias.get("Name").asText()).isEqualTo("live");
              assertThat(
                      STACK
                          .properties(alias.at("/FunctionVersion/Fn::GetAtt/0"))
                          .get("FunctionName"))
                  .isEqualTo(alias.get("FunctionName"));
            });
  }

  @Test
  void everyFunctionLogsToAGroupOfItsOwnForALimitedTime() {
    assertThat(STACK.properties("AWS::Lambda::Function"))
        .allSatisfy(
            function -> {
              JsonNode log = STACK.properties(function.at("/LoggingConfig/LogGroup/Ref"));
              assertThat(log.get("LogGroupName").asText())
                  .isEqualTo("/aws/lambda/" + function.get("FunctionName").asText());
              assertThat(log.get("RetentionInDays").asInt()).isEqualTo(30);
            });
  }

  @Test
  void theWorkerReservesWhatItsMappingMayUse() {
    assertThat(
            STACK
                .function("learning-navigator-inference")
                .get("ReservedConcurrentExecutions")
                .asInt())
        .isEqualTo(Capacity.defaults().workers());
  }

  @Test
  void waitersHaveAReservationOfTheirOwnAndTimeForTheLongestWait() {
    JsonNode function = STACK.function("learning-navigator-outcome-wait");
    assertThat(function.get("ReservedConcurrentExecutions").asInt())
        .isEqualTo(Capacity.defaults().waiters());
    assertThat(STACK.environment("learning-navigator-outcome-wait"))
        .containsEntry("MAX_OUTCOME_WAIT", "PT10S");
    Duration timeout = Duration.ofSeconds(function.get("Timeout").asInt());
    assertThat(timeout.minus(AwaitOutcome.RESERVE)).isGreaterThan(Duration.ofSeconds(10));
    assertThat(timeout).as("the API's own limit").isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void withoutReservationsNobodyWaits() {
    StackSettings usual = StackSettings.defaults();
    SynthesizedTemplate unreserved =
        SynthesizedStack.of(usual.capacity(usual.capacity().reserving(false))).template();

    assertThat(unreserved.environment("learning-navigator-outcome-wait"))
        .containsEntry("MAX_OUTCOME_WAIT", "PT0S");
  }

  @Test
  void reservationsCanBeSwitchedOff() {
    StackSettings usual = StackSettings.defaults();
    SynthesizedTemplate unreserved =
        SynthesizedStack.of(usual.capacity(usual.capacity().reserving(false))).template();

    assertThat(unreserved.properties("AWS::Lambda::Function"))
        .noneMatch(function -> function.has("ReservedConcurrentExecutions"));
  }
}
