package navigator.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import navigator.contracts.http.RequestObject;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.HostileJson;
import navigator.contracts.testing.HostileText;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ingest.aws.TestIdempotencyTable;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/** The whole submit function on a real table and a real queue, called as nobody should. */
class SubmitFuzzContractTest {

  private static final List<Integer> REFUSALS = List.of(400, 404, 409, 415, 422);

  private static final Stack STACK = Stack.start();

  private record Stack(TestTable table, TestQueue queue, SubmitHandler handler) {

    static Stack start() {
      TestTable.servePlatform();
      TestTable table = TestTable.create();
      TestQueue queue = TestQueue.start();
      Map<String, String> environment =
          TestEnvironment.of(table, TestIdempotencyTable.create(table.client()), queue.url());
      return new Stack(table, queue, new SubmitHandler(Wiring.of(environment)));
    }
  }

  @AfterContainer
  static void stop() {
    STACK.queue().close();
  }

  @Property(tries = 200)
  void noCallIsOurFault(
      @ForAll("bodies") String body,
      @ForAll("headers") Map<String, String> headers,
      @ForAll boolean base64) {
    try (CapturedLog log = CapturedLog.silently()) {
      APIGatewayV2HTTPResponse answer = submit(body, headers, base64);
      if (answer.getStatusCode() == 202) {
        received(answer);
      } else {
        assertThat(answer.getStatusCode()).isIn(REFUSALS);
      }
      assertThat(log.text()).doesNotContain(HostileText.SECRET).doesNotContain("call.failed");
    }
  }

  @Property(tries = 100)
  void whatIsAcceptedIsStoredAndQueuedAsItWasSent(@ForAll("messages") String message) {
    APIGatewayV2HTTPResponse answer =
        submit(
            Wire.write(Map.of("message", message)),
            Map.of("content-type", "application/json"),
            false);
    assertThat(answer.getStatusCode()).isEqualTo(canBeKept(message) ? 202 : 400);
    if (answer.getStatusCode() == 400) {
      return;
    }
    ChatRequest queued = received(answer);
    assertThat(queued.message()).isEqualTo(message);
    assertThat(STACK.table().item(Keys.userMessage(queued.conversationId(), queued.turn())))
        .containsEntry(Attribute.MESSAGE, AttributeValue.fromS(message));
  }

  // UTF-8 carries no half of a surrogate pair, and SQS no noncharacter.
  private static boolean canBeKept(String message) {
    return UTF_8.newEncoder().canEncode(message)
        && message.chars().noneMatch(c -> c == 0xFFFE || c == 0xFFFF);
  }

  private static APIGatewayV2HTTPResponse submit(
      String body, Map<String, String> headers, boolean base64) {
    String sent = base64 ? Base64.getEncoder().encodeToString(body.getBytes(UTF_8)) : body;
    // Each call is another user's, so that none is one too many.
    APIGatewayV2HTTPEvent event = HttpEvents.post("ann-" + UUID.randomUUID(), sent, headers);
    event.setIsBase64Encoded(base64);
    APIGatewayV2HTTPResponse answer = STACK.handler().handleRequest(event, new TestContext());
    assertThat(
            ContractSchemas.httpAnswer(
                "POST", "/chat", answer.getStatusCode(), answer.getHeaders(), answer.getBody()))
        .isEmpty();
    assertThat(UTF_8.newEncoder().canEncode(answer.getBody())).isTrue();
    return answer;
  }

  private static ChatRequest received(APIGatewayV2HTTPResponse answer) {
    RequestObject promised = read(answer.getBody(), RequestObject.class);
    List<Message> messages = STACK.queue().receive();
    assertThat(messages).hasSize(1);
    ChatRequest queued = read(messages.getFirst().body(), ChatRequest.class);
    assertThat(queued.requestId()).isEqualTo(promised.requestId());
    assertThat(STACK.table().item(Keys.request(queued.requestId()))).isNotEmpty();
    return queued;
  }

  private static <T> T read(String json, Class<T> type) {
    return switch (Wire.read(json, type)) {
      case Read.Valid<T>(T value) -> value;
      case Read.Invalid<T>(String reason) -> throw new AssertionError(reason);
    };
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.oneOf(
        HostileJson.any(),
        HostileText.any(),
        HostileJson.damaged("{\"message\":\"How?\",\"metadata\":{\"page\":\"courses\"}}"),
        HostileJson.damaged("{\"message\":\"How?\",\"deadline_seconds\":300}"));
  }

  @Provide
  Arbitrary<Map<String, String>> headers() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just("application/json")),
                Tuple.of(1, HostileText.damaged("application/json; charset=utf-8"))),
            HostileText.any().injectNull(0.7),
            HostileText.damaged(HttpEvents.TRACE).injectNull(0.3))
        .as(
            (type, key, trace) -> {
              Map<String, String> headers = new HashMap<>(Map.of("content-type", type));
              if (key != null) {
                headers.put("idempotency-key", key);
              }
              if (trace != null) {
                headers.put("traceparent", trace);
              }
              return headers;
            });
  }

  @Provide
  Arbitrary<String> messages() {
    return Arbitraries.oneOf(HostileText.whole(), HostileText.any())
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
