package navigator.local.eventbridge;

import static navigator.local.gateway.SampleStack.BUS;
import static navigator.local.gateway.SampleStack.FUNCTION;
import static navigator.local.gateway.SampleStack.UNDELIVERED;
import static navigator.local.gateway.SampleStack.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;
import navigator.local.gateway.RunningStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.sqs.model.Message;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PutEventsContractTest implements FunctionInvoker {

  private final Queue<String> delivered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private RunningStack stack;
  private EventBridgeClient events;

  @Override
  public InvokeResult invoke(String functionArn, String payload) {
    throw new AssertionError("Rules invoke asynchronously");
  }

  @Override
  public void invokeAsync(String functionArn, String payload) {
    assertThat(functionArn).isEqualTo(FUNCTION + ":live");
    if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("The function's queue is full");
    }
    delivered.add(payload);
  }

  @BeforeAll
  void start() throws IOException {
    stack = RunningStack.invoking(this, allow("events:PutEvents", BUS));
    events = stack.events(stack.worker());
  }

  @BeforeEach
  void forget() {
    delivered.clear();
    refusals.set(0);
  }

  @AfterAll
  void stop() {
    events.close();
    stack.close();
  }

  @Test
  void aMatchedEventArrivesInItsWholeEnvelope() throws IOException {
    var answer =
        put(
            answered("{\"n\":1}")
                .resources("arn:x")
                .time(Instant.parse("2026-11-22T10:00:00.750Z"))
                .build());
    var id = answer.entries().getFirst().eventId();
    assertThat(onlyEvent())
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"version":"0","id":"%s","detail-type":"Answered","source":"chat",
                     "account":"000000000000","time":"2026-11-22T10:00:00Z","region":"us-west-2",
                     "resources":["arn:x"],"detail":{"n":1}}
                    """
                        .formatted(id)));
  }

  @Test
  void anEventThatNoRuleMatchesGoesNowhere() {
    put(answered("{\"n\":1}").detailType("Unheard").build(), answered("{\"n\":2}").build());
    await().until(() -> !delivered.isEmpty());
    assertThat(delivered).singleElement().asString().contains("\"n\":2");
  }

  @Test
  void oneBadEntryFailsAlone() {
    var answer =
        put(
            answered("{\"n\":1}").build(),
            answered("not json").build(),
            answered("[1]").build(),
            answered("{}").source(null).build());
    assertThat(answer.failedEntryCount()).isEqualTo(3);
    assertThat(answer.entries().getFirst().eventId()).isNotNull();
    assertThat(answer.entries())
        .extracting(entry -> entry.errorCode())
        .containsExactly(null, "MalformedDetail", "MalformedDetail", "InvalidArgument");
    await().until(() -> delivered.size() == 1);
  }

  @Test
  void anUnknownBusIsAFailedEntryForWhoeverMayPutOnIt() {
    try (var runtime = stack.events(stack.principals.runtime())) {
      var answer =
          runtime.putEvents(
              p -> p.entries(List.of(answered("{}").eventBusName("nowhere").build())));
      assertThat(answer.failedEntryCount()).isEqualTo(1);
      assertThat(answer.entries().getFirst().errorMessage()).contains("nowhere");
    }
  }

  @Test
  void anotherBusIsDenied() {
    assertThatThrownBy(() -> put(answered("{}").eventBusName("default").build()))
        .isInstanceOfSatisfying(
            EventBridgeException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"))
        .hasMessageContaining("events:PutEvents on resource")
        .hasMessageContaining("event-bus/default");
  }

  @Test
  void aBusMayBeNamedByItsArn() {
    put(answered("{}").eventBusName(BUS).build());
    await().until(() -> delivered.size() == 1);
  }

  @Test
  void tooMuchAtOnceIsRefusedAsAWhole() {
    var large = answered("{\"text\":\"" + "x".repeat(200_000) + "\"}").build();
    put(large);
    assertThatThrownBy(() -> put(large, large))
        .isInstanceOf(EventBridgeException.class)
        .hasMessageContaining("over the limit");
  }

  @Test
  void aFailedHandOverIsTriedAgain() {
    refusals.set(2);
    put(answered("{}").build());
    await().until(() -> delivered.size() == 1);
  }

  @Test
  void aHandOverThatFailsTooOftenEndsInTheTargetsDeadLetterQueue() {
    refusals.set(4);
    put(answered("{\"n\":7}").build());
    var message = undelivered();
    assertThat(message.body()).contains("\"n\":7");
    assertThat(attributes(message))
        .containsEntry("TARGET_ARN", FUNCTION + ":live")
        .containsEntry("RETRY_ATTEMPTS", "3")
        .containsEntry("EXHAUSTED_RETRY_CONDITION", "MaximumRetryAttempts");
    assertThat(delivered).isEmpty();
  }

  private static Map<String, String> attributes(Message message) {
    var attributes = new HashMap<String, String>();
    message.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
    return attributes;
  }

  private Message undelivered() {
    try (var sqs = stack.sqs(stack.principals.runtime())) {
      return sqs.receiveMessage(
              r ->
                  r.queueUrl(stack.queue(UNDELIVERED).url())
                      .waitTimeSeconds(10)
                      .messageAttributeNames("All"))
          .messages()
          .getFirst();
    }
  }

  private JsonNode onlyEvent() throws IOException {
    await().until(() -> delivered.size() == 1);
    return new JsonMapper().readTree(delivered.element());
  }

  private PutEventsResponse put(PutEventsRequestEntry... entries) {
    return events.putEvents(p -> p.entries(List.of(entries)));
  }

  private static PutEventsRequestEntry.Builder answered(String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName("outcomes")
        .source("chat")
        .detailType("Answered")
        .detail(detail);
  }
}
