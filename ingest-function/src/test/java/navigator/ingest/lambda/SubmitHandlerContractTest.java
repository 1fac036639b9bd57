package navigator.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import navigator.contracts.ConversationId;
import navigator.contracts.Role;
import navigator.contracts.Traceparent;
import navigator.contracts.http.RequestObject;
import navigator.contracts.metric.Metric;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.table.QuotaAttribute;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ingest.aws.TestIdempotencyTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

class SubmitHandlerContractTest {

  private static TestQueue queue;

  private final TestTable table = TestTable.create();
  private final TestIdempotencyTable records = TestIdempotencyTable.create(table.client());

  @BeforeAll
  static void startTheQueue() {
    TestTable.servePlatform();
    queue = TestQueue.start();
  }

  @BeforeEach
  void emptyTheQueue() {
    queue.receive();
  }

  @AfterAll
  static void stopTheQueue() {
    queue.close();
  }

  @Test
  void anAcceptedRequestIsAnsweredWith202AndItsUrl() {
    APIGatewayV2HTTPResponse answer = submit(HttpEvents.post("ann", "{\"message\":\" Hello \"}"));
    assertThat(answer.getStatusCode()).isEqualTo(202);
    RequestObject request = request(answer);
    assertThat(answer.getHeaders())
        .containsEntry("Location", "/chat/" + request.requestId())
        .containsEntry("Retry-After", "1");
    assertKeepsContract(answer);
  }

  @Test
  void anAcceptedRequestIsInTheQueueOnce() {
    RequestObject request = request(submit(HttpEvents.post("ann", "{\"message\":\" Hello \"}")));
    List<Message> messages = queue.receive();
    assertThat(messages).hasSize(1);
    Message message = messages.getFirst();
    assertThat(message.attributes())
        .containsEntry(
            MessageSystemAttributeName.MESSAGE_GROUP_ID, request.conversationId().value())
        .containsEntry(
            MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, request.requestId() + "#0");
    assertThat(
            ContractSchemas.queueMessage("chat-requests.fifo", attributes(message), message.body()))
        .isEmpty();
    ChatRequest queued = read(message.body(), ChatRequest.class);
    assertThat(queued.message()).isEqualTo("Hello");
    assertThat(queued.role()).isEqualTo(Role.STAFF);
    assertThat(queued.traceparent()).isEqualTo(new Traceparent(HttpEvents.TRACE));
  }

  @Test
  void anAccessTokenSubmitsNothing() {
    APIGatewayV2HTTPEvent event = HttpEvents.post("ann", "{\"message\":\"Hello\"}");
    event
        .getRequestContext()
        .getAuthorizer()
        .getJwt()
        .setClaims(Map.of("token_use", "access", "sub", "ann"));

    assertProblem(submit(event), 401, "id_token_required");
    assertThat(queue.receive()).isEmpty();
  }

  @Test
  void aBodyInBase64IsRead() {
    String body = "{\"message\":\"Grüße\"}";
    APIGatewayV2HTTPEvent event =
        HttpEvents.post(
            "ann", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
    event.setIsBase64Encoded(true);
    assertThat(submit(event).getStatusCode()).isEqualTo(202);
    assertThat(queue.receive().getFirst().body()).contains("Grüße");
  }

  @Test
  void bytesThatAreNoTextAreMalformed() {
    APIGatewayV2HTTPEvent event = HttpEvents.post("ann", "/w==");
    event.setIsBase64Encoded(true);
    assertProblem(submit(event), 400, "malformed_json");
  }

  @Test
  void nothingIsStoredOrQueuedOfAFaultyRequest() {
    APIGatewayV2HTTPResponse answer =
        submit(HttpEvents.post("ann", "{\"message\":\"\",\"mesage\":\"Hi\"}"));
    assertProblem(answer, 400, "invalid_request");
    assertThat(answer.getBody()).contains("\"/message\"").contains("\"/mesage\"");
    assertThat(table.items()).isEmpty();
    assertThat(queue.receive()).isEmpty();
  }

  @Test
  void aBodyThatIsNotSaidToBeJsonIsUnsupported() {
    for (String type : List.of("text/plain", "application/json; charset=latin1", "json")) {
      APIGatewayV2HTTPResponse answer =
          submit(HttpEvents.post("ann", "{\"message\":\"Hi\"}", Map.of("content-type", type)));
      assertProblem(answer, 415, "unsupported_media_type");
    }
    assertProblem(
        submit(HttpEvents.post("ann", "{\"message\":\"Hi\"}", Map.of())),
        415,
        "unsupported_media_type");
  }

  @Test
  void anotherPersonsConversationAndAnUnknownOneAreToldAlike() {
    RequestObject first = request(submit(HttpEvents.post("ann", "{\"message\":\"Hello\"}")));
    String foreign = bodyIn(first.conversationId());
    String unknown = bodyIn(ConversationId.random());
    APIGatewayV2HTTPResponse answer = submit(HttpEvents.post("bob", foreign));
    assertProblem(answer, 404, "not_found");
    assertThat(submit(HttpEvents.post("bob", unknown)).getBody()).isEqualTo(answer.getBody());
    // And what each of them has taken of the limits.
    assertThat(table.items()).hasSize(3 + 2);
  }

  @Test
  void aQueueThatIsAwayIsToldAndTheRequestStaysForTheSweeper() {
    SubmitHandler handler = handler(queue.url().replace("chat-requests", "no-such-queue"));
    APIGatewayV2HTTPResponse answer =
        handler.handleRequest(HttpEvents.post("ann", "{\"message\":\"Hello\"}"), new TestContext());
    assertProblem(answer, 503, "unavailable");
    assertThat(answer.getHeaders()).containsEntry("Retry-After", "1");
    assertThat(table.items()).anyMatch(item -> item.containsKey("GSI2PK"));
  }

  @Test
  void aTableThatIsAwayIsOurFault() {
    table.client().deleteTable(delete -> delete.tableName(table.name()));
    try (CapturedLog log = CapturedLog.start()) {
      assertProblem(submit(HttpEvents.post("ann", "{\"message\":\"Hello\"}")), 500, "internal");
      assertThat(log.total(Metric.FAULTS)).isOne();
    }
    assertThat(queue.receive()).isEmpty();
  }

  @Test
  void aPromiseIsCountedAndWhatIsNotPromisedIsNot() {
    try (CapturedLog log = CapturedLog.start()) {
      submit(HttpEvents.post("ann", "{\"message\":\"Hello\"}"));
      submit(HttpEvents.post("ann", "{\"message\":\"\"}"));
      handler(queue.url().replace("chat-requests", "no-such-queue"))
          .handleRequest(HttpEvents.post("ann", "{\"message\":\"Hello\"}"), new TestContext());

      assertThat(log.total(Metric.REQUESTS_ACCEPTED)).isOne();
      assertThat(log.total(Metric.FAULTS)).isZero();
    }
  }

  @Test
  void noTextOfPeopleIsLogged() {
    try (CapturedLog log = CapturedLog.start()) {
      submit(
          HttpEvents.post("ann", "{\"message\":\"secret\",\"metadata\":{\"secret\":\"secret\"}}"));
      submit(HttpEvents.post("ann", "{\"message\":\"secret\",\"secret\":\"secret\"}"));
      submit(HttpEvents.post("ann", "{\"secret\":secret"));
      table.client().deleteTable(delete -> delete.tableName(table.name()));
      submit(HttpEvents.post("ann", "{\"message\":\"secret\"}"));
      assertThat(log.text())
          .contains("request.stored", "request.accepted", "call.failed", HttpEvents.TRACE)
          .doesNotContain("secret", "example.org");
    }
  }

  @Test
  void primingStoresAndQueuesNothing() {
    Wiring wiring = Wiring.of(environment(queue.url()));
    wiring.priming().beforeCheckpoint(org.crac.Core.getGlobalContext());
    assertThat(table.items()).isEmpty();
    assertThat(queue.receive()).isEmpty();
  }

  @Test
  void whatAUserMayStillAskForIsToldAndWhatIsMoreIsRefused() {
    SubmitHandler handler =
        new SubmitHandler(Wiring.of(TestEnvironment.of(table, records, queue.url(), 2, 5)));
    APIGatewayV2HTTPEvent call = HttpEvents.post("ann", "{\"message\":\"Hello\"}");
    APIGatewayV2HTTPResponse accepted = handler.handleRequest(call, new TestContext());
    assertThat(accepted.getHeaders())
        .containsEntry(
            "RateLimit-Policy", "\"rate\";q=2;w=60, \"pending\";q=5;qu=\"concurrent-requests\"")
        .containsEntry("RateLimit", "\"rate\";r=1;t=30");
    assertKeepsContract(accepted);
    handler.handleRequest(call, new TestContext());
    int stored = table.items().size();

    APIGatewayV2HTTPResponse refused = handler.handleRequest(call, new TestContext());

    assertProblem(refused, 429, "rate_limited");
    assertThat(refused.getHeaders().get("RateLimit"))
        .isEqualTo("\"rate\";r=0;t=" + refused.getHeaders().get("Retry-After"));
    assertThat(Integer.parseInt(refused.getHeaders().get("Retry-After"))).isBetween(1, 30);
    assertThat(table.items()).hasSize(stored);
    assertThat(queue.receive()).hasSize(2);
  }

  @Test
  void whatWouldBeAnsweredTooLateIsRefusedAndNothingOfItIsWritten() {
    SubmitHandler handler = new SubmitHandler(Wiring.of(environment(queue.url())));
    Key quota = Keys.quota("us-west-2", "sonnet");
    long tat = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    table.set(quota, QuotaAttribute.TAT, AttributeValue.fromN("" + tat));
    table.set(quota, QuotaAttribute.SLOT, AttributeValue.fromN("100000000"));
    table.set(quota, QuotaAttribute.HELD, AttributeValue.fromN("1"));
    String body = "{\"message\":\"Hello\",\"deadline_seconds\":60}";
    APIGatewayV2HTTPResponse accepted =
        handler.handleRequest(HttpEvents.post("ann", body), new TestContext());
    assertThat(request(accepted).estimatedWaitSeconds()).isZero();
    assertKeepsContract(accepted);
    int stored = table.items().size();

    APIGatewayV2HTTPResponse refused =
        handler.handleRequest(
            HttpEvents.post(
                "bob", body, Map.of("content-type", "application/json", "idempotency-key", "k")),
            new TestContext());

    assertProblem(refused, 503, "overloaded");
    assertThat(refused.getHeaders()).containsEntry("Retry-After", "40");
    assertThat(table.items()).hasSize(stored);
    assertThat(records.items()).isEmpty();
    APIGatewayV2HTTPResponse patient =
        handler.handleRequest(HttpEvents.post("bob", "{\"message\":\"Hello\"}"), new TestContext());
    assertThat(request(patient).estimatedWaitSeconds()).isEqualTo(100);
    assertThat(patient.getHeaders()).containsEntry("Retry-After", "30");
    assertKeepsContract(patient);
  }

  @Test
  void whoHasAsManyPendingAsMayBeIsToldSo() {
    SubmitHandler handler =
        new SubmitHandler(Wiring.of(TestEnvironment.of(table, records, queue.url(), 60, 1)));
    APIGatewayV2HTTPEvent call = HttpEvents.post("ann", "{\"message\":\"Hello\"}");
    handler.handleRequest(call, new TestContext());
    APIGatewayV2HTTPResponse refused = handler.handleRequest(call, new TestContext());
    assertProblem(refused, 429, "too_many_pending");
    assertThat(refused.getHeaders()).containsEntry("RateLimit", "\"pending\";r=0");
    assertThat(
            handler
                .handleRequest(HttpEvents.post("bob", "{\"message\":\"Hello\"}"), new TestContext())
                .getStatusCode())
        .isEqualTo(202);
  }

  private APIGatewayV2HTTPResponse submit(APIGatewayV2HTTPEvent event) {
    return handler(queue.url()).handleRequest(event, new TestContext());
  }

  private SubmitHandler handler(String queueUrl) {
    return new SubmitHandler(Wiring.of(environment(queueUrl)));
  }

  private Map<String, String> environment(String queueUrl) {
    return TestEnvironment.of(table, records, queueUrl);
  }

  private static String bodyIn(ConversationId conversation) {
    return "{\"message\":\"Hello\",\"conversation_id\":\"" + conversation + "\"}";
  }

  private static void assertProblem(APIGatewayV2HTTPResponse answer, int status, String code) {
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"");
    assertKeepsContract(answer);
  }

  private static void assertKeepsContract(APIGatewayV2HTTPResponse answer) {
    assertThat(
            ContractSchemas.httpAnswer(
                "POST", "/chat", answer.getStatusCode(), answer.getHeaders(), answer.getBody()))
        .isEmpty();
  }

  private static RequestObject request(APIGatewayV2HTTPResponse answer) {
    return read(answer.getBody(), RequestObject.class);
  }

  private static <T> T read(String json, Class<T> type) {
    return switch (Wire.read(json, type)) {
      case Read.Valid<T>(T value) -> value;
      case Read.Invalid<T>(String reason) -> throw new AssertionError(reason);
    };
  }

  private static Map<String, String> attributes(Message message) {
    return message.messageAttributes().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> text(e.getValue())));
  }

  private static String text(MessageAttributeValue value) {
    return value.stringValue();
  }
}
