package navigator.inference.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.reply.FallbackReply;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.inference.DeadLetterConfig;
import navigator.inference.GovernedModel;
import navigator.inference.HistoryLimits;
import navigator.inference.InferenceConfig;
import navigator.inference.ModelSettings;
import navigator.inference.Samples;
import navigator.inference.Timing;
import navigator.inference.VirtualClock;
import navigator.inference.aws.DeadLetterStages;
import navigator.inference.aws.InferenceStages;
import navigator.inference.aws.ScriptedAws;
import navigator.inference.aws.ScriptedAws.Answer;
import navigator.inference.aws.SubmittedChats;
import navigator.inference.aws.TestQueues;
import navigator.inference.quota.Tempo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Both handlers on a real table and real queues, with a model and a bus that answer by script. */
class HandlersContractTest {

  private static final Answer ANSWERED =
      Answer.ok(
          """
          {"output":{"message":{"role":"assistant","content":[{"text":"Here is how."}]}},
           "stopReason":"end_turn","usage":{"inputTokens":11,"outputTokens":7,"totalTokens":18},
           "metrics":{"latencyMs":12}}
          """);
  private static final Answer DENIED = Answer.error(403, "AccessDeniedException", "no");
  private static final Answer THROTTLED = Answer.error(429, "ThrottlingException", "no");
  private static final Answer TAKEN =
      Answer.ok("{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"1\"}]}");
  private static final Answer REFUSED =
      Answer.ok("{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"InternalFailure\"}]}");

  private static final RandomGenerator NO_JITTER = () -> 0L;
  private static final RemainingTime MINUTE = new RemainingTime(Duration.ofMinutes(1));

  private final TestTable table = TestTable.create();
  private final TestQueues queues = TestQueues.start();
  private final VirtualClock clock = VirtualClock.atAcceptance();
  private final ChatRequest request = new SubmittedChats(table).submit(Samples.request());

  @AfterEach
  void stop() {
    queues.close();
  }

  @Test
  void aQueuedRequestIsAnsweredStoredAndPublished() {
    queues.queue(request);
    try (ScriptedAws bedrock = ScriptedAws.start(ANSWERED);
        ScriptedAws bus = ScriptedAws.start(TAKEN)) {

      assertThat(answer(bedrock, bus)).isEmpty();

      JsonNode event = event(bus);
      assertThat(event.path("DetailType").asText()).isEqualTo("ChatAnswered");
      assertThat(detail(event).path("reply").asText()).isEqualTo("Here is how.");
      assertThat(stored(Attribute.REPLY)).contains("Here is how.");
      assertThat(queues.messages(queues.requests())).isEmpty();
    }
  }

  @Test
  void aRefusedEventComesBackAndIsPublishedWithoutASecondPurchase() {
    queues.queue(request);
    try (ScriptedAws bedrock = ScriptedAws.start(ANSWERED);
        ScriptedAws bus = ScriptedAws.start(REFUSED, TAKEN)) {
      assertThat(answer(bedrock, bus)).hasSize(1);

      assertThat(answer(bedrock, bus)).isEmpty();

      assertThat(bedrock.calls()).hasSize(1);
      assertThat(bus.calls()).hasSize(2);
    }
  }

  @Test
  void aPermanentFailureEndsInTheFallbackReplyOfTheRole() {
    queues.queue(request);
    try (ScriptedAws bedrock = ScriptedAws.start(DENIED);
        ScriptedAws bus = ScriptedAws.start(TAKEN)) {
      assertThat(answer(bedrock, bus)).isEmpty();
      assertThat(bus.calls()).isEmpty();

      assertThat(fallBack()).isEmpty();

      JsonNode event = event(bus);
      assertThat(event.path("DetailType").asText()).isEqualTo("ChatFellBack");
      assertThat(detail(event).path("reply").asText()).isEqualTo(FallbackReply.of(request.role()));
      assertThat(detail(event).path("failure").path("code").asText()).isEqualTo("access_denied");
      assertThat(stored(Attribute.ERROR_CODE)).contains("access_denied");
    }
  }

  @Test
  void aThrottledRequestGoesBackUncounted() {
    queues.queue(request);
    try (ScriptedAws bedrock = ScriptedAws.start(THROTTLED);
        ScriptedAws bus = ScriptedAws.start(TAKEN)) {

      assertThat(answer(bedrock, bus)).hasSize(1);

      var item = table.item(Keys.request(request.requestId()));
      assertThat(item.get(Attribute.STATUS)).extracting("s").isEqualTo("queued");
      assertThat(item.get(Attribute.ATTEMPTS)).extracting("n").isEqualTo("0");
      assertThat(item).doesNotContainKey(Attribute.LEASE_OWNER);
      assertThat(bus.calls()).isEmpty();
    }
  }

  @Test
  void everyStageIsRehearsedWithoutANetwork() {
    Rehearsal.inference();
    Rehearsal.deadLetter();

    assertThat(table.items()).hasSize(2);
  }

  private List<String> answer(ScriptedAws bedrock, ScriptedAws bus) {
    place(bedrock, bus);
    InferenceConfig config = config();
    InferenceStages stages = InferenceStages.ofEnvironment(config, new Random(5), clock);
    InferenceHandler handler =
        new InferenceHandler(Wiring.answerBatch(config, stages, NO_JITTER, clock, clock));
    return TestEvents.failures(
        handler.handleRequest(TestEvents.of(queues.messages(queues.requests())), MINUTE));
  }

  private List<String> fallBack() {
    DeadLetterConfig config =
        new DeadLetterConfig(
            table.name(),
            "learning-navigator",
            Samples.MODEL,
            Duration.ofDays(365),
            Duration.ofDays(30));
    DeadLetterStages stages = DeadLetterStages.ofEnvironment(config, clock);
    DeadLetterHandler handler = new DeadLetterHandler(Wiring.fallBackBatch(config, stages, clock));
    return TestEvents.failures(
        handler.handleRequest(TestEvents.of(queues.messages(queues.deadLetters())), MINUTE));
  }

  // As Lambda's environment would, but for this process.
  private void place(ScriptedAws bedrock, ScriptedAws bus) {
    TestTable.servePlatform();
    System.setProperty("aws.endpointUrlSqs", queues.endpoint().toString());
    System.setProperty("aws.endpointUrlBedrockRuntime", bedrock.url().toString());
    System.setProperty("aws.endpointUrlEventBridge", bus.url().toString());
  }

  private InferenceConfig config() {
    return new InferenceConfig(
        table.name(),
        queues.requests(),
        queues.deadLetters(),
        "learning-navigator",
        new ModelSettings(Samples.MODEL, 2048, Duration.ofSeconds(30), null),
        "us-west-2",
        List.of(new GovernedModel(Samples.MODEL, Samples.AMPLE)),
        Tempo.REAL,
        new Timing(
            Duration.ofSeconds(35),
            Duration.ofSeconds(20),
            Duration.ofSeconds(75),
            Duration.ofSeconds(90)),
        new HistoryLimits(10, 8_000),
        5,
        Duration.ofDays(365));
  }

  private static JsonNode event(ScriptedAws bus) {
    JsonNode entry = tree(bus.calls().getLast().body()).path("Entries").path(0);
    String type = entry.path("DetailType").asText();
    assertThat(ContractSchemas.event("learning-navigator", type, entry.path("Detail").asText()))
        .isEmpty();
    return entry;
  }

  private static JsonNode detail(JsonNode entry) {
    return tree(entry.path("Detail").asText());
  }

  private static JsonNode tree(String json) {
    return switch (Wire.readTree(json)) {
      case Read.Valid(JsonNode tree) -> tree;
      case Read.Invalid<JsonNode>(String reason) -> throw new AssertionError(reason);
    };
  }

  private Optional<String> stored(String attribute) {
    return Optional.ofNullable(table.item(Keys.outcome(request.requestId(), 0)).get(attribute))
        .map(AttributeValue::s);
  }
}
