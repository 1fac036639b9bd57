package navigator.persistence.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.Turn;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.metric.Metric;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.table.QuotaAttribute;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Wire;
import navigator.persistence.Chats;
import navigator.persistence.aws.StoredChat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class HandlersContractTest {

  private static final String MESSAGES = "GET /conversations/{conversation_id}/messages";

  private final TestTable table = TestTable.create();
  private final OutcomeWiring outcomes = OutcomeWiring.of(environment());
  private final CancelWiring cancels = CancelWiring.of(environment());
  private final DeletionWiring deletions = DeletionWiring.of(environment());
  private final StatusWiring statuses = StatusWiring.of(environment());
  private final ReadWiring reads = ReadWiring.of(environment());

  @BeforeAll
  static void findTheTable() {
    TestTable.servePlatform();
  }

  @BeforeEach
  void putARequest() {
    StoredChat.put(table);
  }

  @Test
  void aQueuedRequestIsShownAtOnceWithTheTimeToAskAgain() {
    APIGatewayV2HTTPResponse answer = status("ann", Chats.ID.value());
    // It was accepted long ago, and nobody knows for how long it will wait yet.
    assertThat(answer.getHeaders()).containsEntry("Retry-After", "30");
    assertThat(answer.getBody()).contains("\"status\":\"queued\"", "\"page\":\"courses\"");
    assertKeepsContract("/chat/" + Chats.ID, answer);
  }

  @Test
  void aRequestWithATicketIsShownWithAnEstimate() {
    Key request = Keys.request(Chats.ID);
    Key quota = Keys.quota("us-west-2", "sonnet");
    table.set(request, Attribute.TICKET, AttributeValue.fromN("60"));
    table.set(
        request,
        Attribute.DEADLINE_AT,
        AttributeValue.fromS(IsoMicros.format(Instant.now().plusSeconds(900))));
    table.set(quota, QuotaAttribute.CALLS, AttributeValue.fromN("40"));
    table.set(quota, QuotaAttribute.SLOT, AttributeValue.fromN("1000000"));
    table.set(quota, QuotaAttribute.HELD, AttributeValue.fromN("60000"));
    long tat = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    table.set(quota, QuotaAttribute.TAT, AttributeValue.fromN("" + tat));
    APIGatewayV2HTTPResponse answer = status("ann", Chats.ID.value());
    assertThat(answer.getBody()).contains("\"estimated_wait_seconds\":20");
    assertThat(answer.getHeaders()).containsEntry("Retry-After", "10");
    assertKeepsContract("/chat/" + Chats.ID, answer);
  }

  @Test
  void anAnsweredRequestIsShownWithItsReply() throws Exception {
    StoredChat.claim(table);
    publish(Chats.answered(0));
    APIGatewayV2HTTPResponse answer = status("ann", Chats.ID.value());
    assertThat(answer.getBody())
        .contains("\"status\":\"completed\"", "\"message\":\"Open Courses.\"");
    assertThat(answer.getHeaders()).doesNotContainKey("Retry-After");
    assertKeepsContract("/chat/" + Chats.ID, answer);
  }

  @Test
  void anAccessTokenReadsNothing() {
    APIGatewayV2HTTPEvent event =
        HttpEvents.get(
            "ann", "GET /chat/{request_id}", Map.of("request_id", Chats.ID.value()), Map.of());
    event
        .getRequestContext()
        .getAuthorizer()
        .getJwt()
        .setClaims(Map.of("token_use", "access", "sub", "ann"));

    APIGatewayV2HTTPResponse answer =
        new StatusHandler(statuses).handleRequest(event, new TestContext());

    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getBody()).contains("\"code\":\"id_token_required\"");
    assertKeepsContract("/chat/" + Chats.ID, answer);
  }

  @Test
  void aFallbackIsShownAsOne() throws Exception {
    publish(Chats.fellBack(0));
    APIGatewayV2HTTPResponse answer = status("ann", Chats.ID.value());
    assertThat(answer.getBody())
        .contains(
            "\"status\":\"fallback\"",
            "\"fallback\":{\"reason\":\"access_denied\"}",
            "\"retryable\":false");
    assertKeepsContract("/chat/" + Chats.ID, answer);
  }

  @Test
  void aCancelledRequestIsShownWithoutAReply() throws Exception {
    table.set(Keys.request(Chats.ID), Attribute.STATUS, AttributeValue.fromS("cancelled"));
    table.set(
        Keys.request(Chats.ID),
        Attribute.COMPLETED_AT,
        AttributeValue.fromS("2026-03-02T09:15:01.000000Z"));
    publish(Chats.answered(0));
    APIGatewayV2HTTPResponse answer = status("ann", Chats.ID.value());
    assertThat(answer.getBody()).contains("\"status\":\"cancelled\"").doesNotContain("Courses");
    assertKeepsContract("/chat/" + Chats.ID, answer);
  }

  @Test
  void unknownForeignAndMalformedIdsAreToldAlike() {
    String foreign = status("bob", Chats.ID.value()).getBody();
    assertThat(foreign).contains("\"code\":\"not_found\"");
    for (String id : List.of(RequestId.random().value(), "7", "", "REQUEST")) {
      APIGatewayV2HTTPResponse answer = status("ann", id);
      assertThat(answer.getStatusCode()).isEqualTo(404);
      assertThat(answer.getBody()).isEqualTo(foreign);
      assertKeepsContract("/chat/" + Chats.ID, answer);
    }
  }

  @Test
  void aCancelledRequestComesBackAsTheStatusShowsItAndAgain() {
    APIGatewayV2HTTPResponse answer = cancel("ann", Chats.ID.value());
    assertThat(answer.getBody()).contains("\"status\":\"cancelled\"", "\"page\":\"courses\"");
    assertThat(answer.getHeaders()).doesNotContainKey("Retry-After");
    assertThat(cancel("ann", Chats.ID.value()).getBody())
        .isEqualTo(answer.getBody())
        .isEqualTo(status("ann", Chats.ID.value()).getBody());
    assertKeepsContract("POST", "/chat/" + Chats.ID + "/cancel", answer);
  }

  @Test
  void whatCannotBeCancelledComesBackWithTheTimeToAskAgain() {
    table.set(Keys.request(Chats.ID), Attribute.OUTCOME_GENERATION, AttributeValue.fromN("0"));
    APIGatewayV2HTTPResponse answer = cancel("ann", Chats.ID.value());
    assertThat(answer.getHeaders()).containsEntry("Retry-After", "30");
    assertThat(answer.getBody()).contains("\"status\":\"queued\"");
    assertKeepsContract("POST", "/chat/" + Chats.ID + "/cancel", answer);
  }

  @Test
  void nobodyCancelsWhatIsNotTheirs() {
    APIGatewayV2HTTPResponse foreign = cancel("bob", Chats.ID.value());
    assertThat(foreign.getStatusCode()).isEqualTo(404);
    assertThat(cancel("ann", RequestId.random().value()).getBody()).isEqualTo(foreign.getBody());
    assertThat(status("ann", Chats.ID.value()).getBody()).contains("\"status\":\"queued\"");
    assertKeepsContract("POST", "/chat/" + Chats.ID + "/cancel", foreign);
  }

  @Test
  void aDeletedConversationIsGoneAndItsRequestsSayNothing() throws Exception {
    publish(Chats.answered(0));
    APIGatewayV2HTTPResponse deleted = delete("ann", new TestContext());
    assertThat(deleted.getStatusCode()).isEqualTo(204);
    assertKeepsContract("DELETE", "/conversations/" + Chats.CONVERSATION, deleted);
    assertThat(delete("ann", new TestContext()).getStatusCode()).isEqualTo(204);

    APIGatewayV2HTTPResponse answer = status("ann", Chats.ID.value());
    assertThat(answer.getBody())
        .contains("\"status\":\"completed\"", "\"erased_at\"", "\"usage\"")
        .doesNotContain("Courses", "courses");
    assertKeepsContract("/chat/" + Chats.ID, answer);
  }

  @Test
  void nobodyDeletesWhatIsNotTheirs() {
    APIGatewayV2HTTPResponse foreign = delete("bob", new TestContext());
    assertThat(foreign.getStatusCode()).isEqualTo(404);
    assertKeepsContract("DELETE", "/conversations/" + Chats.CONVERSATION, foreign);
    assertThat(table.item(Keys.conversation(Chats.CONVERSATION)))
        .doesNotContainKey(Attribute.DELETED_AT);
  }

  @Test
  void theScheduleFinishesWhatADeletionHadNoTimeFor() throws Exception {
    assertThat(delete("ann", new TestContext(4_000)).getStatusCode()).isEqualTo(204);
    assertThat(table.items().toString()).contains("How do I teach?");

    handleSchedule(new TestContext());

    assertThat(table.items().toString()).doesNotContain("How do I teach?");
    assertThat(status("ann", Chats.ID.value()).getBody()).contains("\"erased_at\"");
  }

  @Test
  void messagesAndConversationsKeepTheContract() throws Exception {
    publish(Chats.fellBack(0));
    Map<String, String> path = Map.of("conversation_id", Chats.CONVERSATION.value());
    String url = "/conversations/" + Chats.CONVERSATION + "/messages";
    APIGatewayV2HTTPResponse messages = list("ann", MESSAGES, path, Map.of("limit", "1"));
    assertThat(messages.getBody())
        .contains("\"author\":\"assistant\"", "access_denied", url + "?limit=1&after=")
        .doesNotContain("How do I teach?");
    assertKeepsContract(url, messages);
    assertKeepsContract(url, list("bob", MESSAGES, path, Map.of()));
    assertKeepsContract(url, list("ann", MESSAGES, path, Map.of("limit", "x", "page", "2")));
    assertKeepsContract(
        "/conversations", list("ann", "GET /conversations", Map.of(), Map.of("limit", "5")));
  }

  @Test
  void aRouteThatIsNotOursIsOurFault() {
    try (CapturedLog log = CapturedLog.start()) {
      assertThat(list("ann", "GET /elsewhere", Map.of(), Map.of()).getStatusCode()).isEqualTo(500);
      assertThat(log.json()).contains("\"Function\":\"learning-navigator-conversations\"");
      assertThat(log.total(Metric.FAULTS)).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"detail-type\":\"ChatWent\",\"detail\":{}}",
        "{\"detail-type\":\"ChatAnswered\",\"detail\":{\"schema_version\":1}}",
        "{\"detail-type\":\"ChatAnswered\"}",
        "{\"detail-type\":\"ChatAnswered\",\"detail\":\"{}\"}",
        "{}",
        "[]",
        ""
      })
  void anEventThatCannotBeReadIsRefusedSoThatItIsKept(String event) {
    try (CapturedLog log = CapturedLog.start()) {
      assertThatThrownBy(() -> handleOutcome(event)).isInstanceOf(IllegalArgumentException.class);
      assertThat(log.total(Metric.UNREADABLE_MESSAGES)).isOne();
      assertThat(log.total(Metric.FAULTS)).isZero();
    }
  }

  @Test
  void anOutcomeThatCannotBeWrittenIsAFaultAndComesAgain() {
    table.set(Keys.request(Chats.ID), Attribute.ROLE, AttributeValue.fromS("janitor"));
    try (CapturedLog log = CapturedLog.start()) {
      assertThatThrownBy(() -> handleOutcome(event(Chats.answered(0))))
          .isInstanceOf(RuntimeException.class);
      assertThat(log.total(Metric.FAULTS)).isOne();
      assertThat(log.json()).contains("\"Function\":\"learning-navigator-outcome\"");
    }
  }

  @Test
  void anEventOfAnUnknownVersionIsRefused() {
    String event = event(Chats.answered(0)).replace("\"schema_version\":1", "\"schema_version\":2");
    assertThatThrownBy(() -> handleOutcome(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema_version 2")
        .hasMessageNotContaining("Courses");
  }

  @Test
  void theScheduleEndsWhatIsOverdue() throws Exception {
    RequestId overdue = putLongOverdue();
    handleSchedule(new TestContext());
    assertThat(status("ann", overdue.value()).getBody()).contains("deadline_exceeded");
  }

  @Test
  void theScheduleStartsNothingThatItCannotFinish() throws Exception {
    RequestId overdue = putLongOverdue();
    handleSchedule(new TestContext(10_000));
    assertThat(status("ann", overdue.value()).getBody()).contains("queued");
  }

  @Test
  void noTextOfPeopleOrModelsIsLogged() throws Exception {
    try (CapturedLog log = CapturedLog.start()) {
      publish(Chats.fellBack(0));
      publish(Chats.answered(0));
      publish(Chats.answered(0));
      status("ann", Chats.ID.value());
      assertThat(log.text())
          .contains("outcome.persisted", "outcome.ignored", Chats.ID.value(), Chats.TRACE.value())
          .doesNotContain("Courses", "How do I teach", "example.org");
    }
  }

  @Test
  void primingChangesNothing() {
    List<Map<String, AttributeValue>> before = table.items();
    outcomes.priming().beforeCheckpoint(org.crac.Core.getGlobalContext());
    cancels.priming().beforeCheckpoint(org.crac.Core.getGlobalContext());
    deletions.priming().beforeCheckpoint(org.crac.Core.getGlobalContext());
    reads.priming().beforeCheckpoint(org.crac.Core.getGlobalContext());
    assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
  }

  // By whatever clock this runs.
  private RequestId putLongOverdue() {
    RequestId id = RequestId.random();
    Instant longAgo = Instant.parse("2000-01-01T00:00:00Z");
    StoredChat.put(table, id, new Turn(longAgo), longAgo.plusSeconds(30));
    return id;
  }

  private void publish(ChatOutcome outcome) throws IOException {
    assertThat(
            ContractSchemas.event("learning-navigator", outcome.detailType(), Wire.write(outcome)))
        .isEmpty();
    handleOutcome(event(outcome));
  }

  private static String event(ChatOutcome outcome) {
    return Wire.write(
        Map.of(
            "version", "0",
            "id", "1c9b4e58-7c43-4c6c-9a4a-3c0c5b4a7f01",
            "source", "learning-navigator.inference",
            "detail-type", outcome.detailType(),
            "detail", outcome));
  }

  private void handleOutcome(String event) throws IOException {
    var input = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    new OutcomeHandler(outcomes)
        .handleRequest(input, OutputStream.nullOutputStream(), new TestContext());
  }

  private void handleSchedule(TestContext context) throws IOException {
    new OverdueHandler(outcomes)
        .handleRequest(
            new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), context);
  }

  private APIGatewayV2HTTPResponse status(String user, String id) {
    APIGatewayV2HTTPEvent event =
        HttpEvents.get(user, "GET /chat/{request_id}", Map.of("request_id", id), Map.of());
    return new StatusHandler(statuses).handleRequest(event, new TestContext());
  }

  private APIGatewayV2HTTPResponse cancel(String user, String id) {
    APIGatewayV2HTTPEvent event =
        HttpEvents.call(user, "POST /chat/{request_id}/cancel", Map.of("request_id", id), Map.of());
    return new CancelHandler(cancels).handleRequest(event, new TestContext());
  }

  private APIGatewayV2HTTPResponse delete(String user, TestContext context) {
    Map<String, String> path = Map.of("conversation_id", Chats.CONVERSATION.value());
    APIGatewayV2HTTPEvent event =
        HttpEvents.call(user, "DELETE /conversations/{conversation_id}", path, Map.of());
    return new DeleteConversationHandler(deletions).handleRequest(event, context);
  }

  private APIGatewayV2HTTPResponse list(
      String user, String route, Map<String, String> path, Map<String, String> query) {
    return new ConversationsHandler(reads)
        .handleRequest(HttpEvents.get(user, route, path, query), new TestContext());
  }

  private static void assertKeepsContract(String path, APIGatewayV2HTTPResponse answer) {
    assertKeepsContract("GET", path, answer);
  }

  private static void assertKeepsContract(
      String method, String path, APIGatewayV2HTTPResponse answer) {
    assertThat(
            ContractSchemas.httpAnswer(
                method, path, answer.getStatusCode(), answer.getHeaders(), answer.getBody()))
        .isEmpty();
  }

  private Map<String, String> environment() {
    return Map.of(
        "TABLE_NAME",
        table.name(),
        "AWS_REGION",
        "us-west-2",
        "MODEL_ID",
        "sonnet",
        "CALLS_AT_ONCE",
        "50",
        "RETENTION",
        "P365D",
        "DEAD_LETTER_RETENTION",
        "P30D");
  }
}
