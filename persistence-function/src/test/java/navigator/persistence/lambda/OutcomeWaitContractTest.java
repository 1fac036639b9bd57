package navigator.persistence.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.TestTable;
import navigator.persistence.AwaitOutcome;
import navigator.persistence.Chats;
import navigator.persistence.FindStatus;
import navigator.persistence.Pause;
import navigator.persistence.aws.ChatTable;
import navigator.persistence.aws.StoredChat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OutcomeWaitContractTest {

  private final TestTable table = TestTable.create();

  @BeforeAll
  static void findTheTable() {
    TestTable.servePlatform();
  }

  @BeforeEach
  void putARequest() {
    StoredChat.put(table);
  }

  @Test
  void whoDoesNotAskToWaitIsAnsweredAtOnce() {
    APIGatewayV2HTTPResponse answer = outcome("ann", Chats.ID.value(), Map.of());
    assertThat(answer.getStatusCode()).isEqualTo(202);
    assertThat(answer.getBody()).contains("\"status\":\"queued\"");
    assertThat(answer.getHeaders())
        .containsEntry("Retry-After", "30")
        .doesNotContainKey("Preference-Applied");
    assertKeepsContract(answer);
  }

  @Test
  void whatEndsMeanwhileIsToldWithTheWaitThatWasGranted() {
    APIGatewayV2HTTPResponse answer =
        new OutcomeWaitHandler(wiring(_ -> end()))
            .handleRequest(
                event("ann", Chats.ID.value(), Map.of("prefer", "wait=30")), new TestContext());
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).contains("\"status\":\"cancelled\"");
    assertThat(answer.getHeaders())
        .containsEntry("Preference-Applied", "wait=10")
        .doesNotContainKey("Retry-After");
    assertKeepsContract(answer);
  }

  @Test
  void aWaitInVainSaysHowLongItWasAndWhenToAskAgain() {
    APIGatewayV2HTTPResponse answer =
        outcome("ann", Chats.ID.value(), Map.of("prefer", "respond-async, wait=1"));
    assertThat(answer.getStatusCode()).isEqualTo(202);
    assertThat(answer.getHeaders())
        .containsEntry("Preference-Applied", "wait=1")
        .containsEntry("Retry-After", "30");
    assertKeepsContract(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait=soon", "wait", "wait=\"5", ""})
  void aMalformedPreferenceIsIgnored(String prefer) {
    APIGatewayV2HTTPResponse answer = outcome("ann", Chats.ID.value(), Map.of("prefer", prefer));
    assertThat(answer.getStatusCode()).isEqualTo(202);
    assertThat(answer.getHeaders()).doesNotContainKey("Preference-Applied");
    assertKeepsContract(answer);
  }

  @Test
  void unknownForeignAndMalformedIdsAreToldAlikeAndAtOnce() {
    Map<String, String> prefer = Map.of("prefer", "wait=10");
    String foreign = outcome("bob", Chats.ID.value(), prefer).getBody();
    assertThat(foreign).contains("\"code\":\"not_found\"");
    for (String id : List.of(RequestId.random().value(), "7", "", "REQUEST")) {
      APIGatewayV2HTTPResponse answer = outcome("ann", id, prefer);
      assertThat(answer.getStatusCode()).isEqualTo(404);
      assertThat(answer.getBody()).isEqualTo(foreign);
      assertKeepsContract(answer);
    }
  }

  @Test
  void noTextOfPeopleIsLogged() {
    try (CapturedLog log = CapturedLog.start()) {
      end();
      outcome("ann", Chats.ID.value(), Map.of("prefer", "wait=1"));
      assertThat(log.text()).doesNotContain("Courses", "How do I teach", "example.org");
    }
  }

  @Test
  void primingChangesNothing() {
    List<Map<String, AttributeValue>> before = table.items();
    OutcomeWaitWiring.of(environment())
        .priming()
        .beforeCheckpoint(org.crac.Core.getGlobalContext());
    assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
  }

  private void end() {
    table.set(Keys.request(Chats.ID), Attribute.STATUS, AttributeValue.fromS("cancelled"));
    table.set(
        Keys.request(Chats.ID),
        Attribute.COMPLETED_AT,
        AttributeValue.fromS("2026-03-02T09:15:01.000000Z"));
  }

  private APIGatewayV2HTTPResponse outcome(String user, String id, Map<String, String> headers) {
    return new OutcomeWaitHandler(OutcomeWaitWiring.of(environment()))
        .handleRequest(event(user, id, headers), new TestContext());
  }

  /** The function's own parts, with another way to pass the time. */
  private OutcomeWaitWiring wiring(Pause pause) {
    ChatTable chats = ChatTable.connect(table.name());
    return new OutcomeWaitWiring(
        new AwaitOutcome(
            new FindStatus(chats.requests(), chats.messages()),
            chats.glances(),
            Duration.ofSeconds(10),
            pause,
            InstantSource.system(),
            new Random(7)),
        Priming.with(() -> {}));
  }

  private static APIGatewayV2HTTPEvent event(String user, String id, Map<String, String> headers) {
    return HttpEvents.with(
        HttpEvents.get(user, "GET /chat/{request_id}/outcome", Map.of("request_id", id), Map.of()),
        headers);
  }

  private static void assertKeepsContract(APIGatewayV2HTTPResponse answer) {
    assertThat(
            ContractSchemas.httpAnswer(
                "GET",
                "/chat/" + Chats.ID + "/outcome",
                answer.getStatusCode(),
                answer.getHeaders(),
                answer.getBody()))
        .isEmpty();
  }

  private Map<String, String> environment() {
    return Map.of(
        "TABLE_NAME", table.name(),
        "AWS_REGION", "us-west-2",
        "MODEL_ID", "sonnet",
        "CALLS_AT_ONCE", "50",
        "MAX_OUTCOME_WAIT", "PT10S");
  }
}
