package navigator.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.testing.TestTable;
import navigator.ingest.aws.TestIdempotencyTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyContractTest {

  private static final String BODY = "{\"message\":\"a private question\"}";

  private static TestQueue queue;

  // The queue remembers what was sent, and so who has used a key, from one test to the next.
  private final String key = UUID.randomUUID().toString();
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
  void theSameCallAgainGivesTheSameRequestAndSaysSo() {
    APIGatewayV2HTTPResponse first = submit("ann", key, BODY, queue.url());
    APIGatewayV2HTTPResponse again = submit("ann", key, BODY, queue.url());
    assertThat(first.getHeaders()).doesNotContainKey("Idempotency-Replayed");
    assertThat(again.getHeaders()).containsEntry("Idempotency-Replayed", "true");
    assertThat(again.getStatusCode()).isEqualTo(202);
    assertThat(again.getBody()).isEqualTo(first.getBody());
    assertThat(queue.receive()).hasSize(1);
    assertThat(table.items()).hasSize(4);
  }

  @Test
  void anotherBodyWithTheSameKeyIsRefused() {
    submit("ann", key, BODY, queue.url());
    APIGatewayV2HTTPResponse other = submit("ann", key, "{\"message\":\"another\"}", queue.url());
    assertProblem(other, 422, "idempotency_key_reused");
  }

  @Test
  void theSameKeyOfAnotherUserIsAnotherRequest() {
    APIGatewayV2HTTPResponse anns = submit("ann", key, BODY, queue.url());
    APIGatewayV2HTTPResponse bobs = submit("bob", key, BODY, queue.url());
    assertThat(bobs.getHeaders()).doesNotContainKey("Idempotency-Replayed");
    assertThat(bobs.getHeaders().get("Location")).isNotEqualTo(anns.getHeaders().get("Location"));
  }

  @Test
  void aRequestWhoseSendFailedIsSentByTheNextTry() {
    String away = queue.url().replace("chat-requests", "no-such-queue");
    assertProblem(submit("ann", key, BODY, away), 503, "unavailable");
    APIGatewayV2HTTPResponse again = submit("ann", key, BODY, queue.url());
    assertThat(again.getStatusCode()).isEqualTo(202);
    assertThat(queue.receive()).hasSize(1);
    assertThat(table.items()).hasSize(4);
  }

  @Test
  void aKeyStaysBoundToItsRequestWhenItsRecordIsGone() {
    APIGatewayV2HTTPResponse first = submit("ann", key, BODY, queue.url());
    table.client().deleteTable(delete -> delete.tableName(records.name()));
    TestIdempotencyTable forgotten = TestIdempotencyTable.create(table.client());
    APIGatewayV2HTTPResponse again = submit("ann", key, BODY, queue.url(), forgotten);
    assertThat(again.getBody()).isEqualTo(first.getBody());
    assertThat(again.getHeaders()).containsEntry("Idempotency-Replayed", "true");
    assertProblem(
        submit(
            "ann",
            key,
            "{\"message\":\"another\"}",
            queue.url(),
            TestIdempotencyTable.create(table.client())),
        422,
        "idempotency_key_reused");
  }

  @Test
  void aKeyThatIsNoneIsRefusedByName() {
    for (String none : List.of("", " ", "two words", "\u00fc", "k".repeat(256))) {
      APIGatewayV2HTTPResponse answer = submit("ann", none, BODY, queue.url());
      assertProblem(answer, 400, "invalid_request");
      assertThat(answer.getBody()).contains("#header/Idempotency-Key");
    }
    assertThat(table.items()).isEmpty();
    assertThat(records.items()).isEmpty();
  }

  @Test
  void noTextOfPeopleIsInTheRecords() {
    submit("ann", key, BODY, queue.url());
    assertThat(records.items().toString()).contains("COMPLETED").doesNotContain("private");
  }

  private APIGatewayV2HTTPResponse submit(String user, String name, String body, String queueUrl) {
    return submit(user, name, body, queueUrl, records);
  }

  private APIGatewayV2HTTPResponse submit(
      String user, String name, String body, String queueUrl, TestIdempotencyTable keys) {
    Map<String, String> headers =
        Map.of("content-type", "application/json", "idempotency-key", name);
    APIGatewayV2HTTPResponse answer =
        new SubmitHandler(Wiring.of(TestEnvironment.of(table, keys, queueUrl)))
            .handleRequest(HttpEvents.post(user, body, headers), new TestContext());
    assertThat(
            ContractSchemas.httpAnswer(
                "POST", "/chat", answer.getStatusCode(), answer.getHeaders(), answer.getBody()))
        .isEmpty();
    return answer;
  }

  private static void assertProblem(APIGatewayV2HTTPResponse answer, int status, String code) {
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"");
  }
}
