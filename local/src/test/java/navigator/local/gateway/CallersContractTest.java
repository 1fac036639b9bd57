package navigator.local.gateway;

import static navigator.local.gateway.SampleStack.TABLE;
import static navigator.local.gateway.SampleStack.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import navigator.local.Credentials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallersContractTest {

  private static final Credentials STRANGER = new Credentials("AKIASTRANGER", "s", "t");

  private RunningStack stack;

  @BeforeAll
  void start() throws IOException {
    stack = new RunningStack(allow("dynamodb:*", TABLE));
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void dynamoDbDoesNotKnowAStranger() {
    try (var client = stack.dynamoDb(STRANGER)) {
      assertThatThrownBy(client::listTables).hasMessageContaining("security token");
    }
  }

  @Test
  void sqsDoesNotKnowAStranger() {
    try (var client = stack.sqs(STRANGER)) {
      assertThatThrownBy(client::listQueues)
          .hasMessageContaining("security token")
          .hasMessageContaining("403");
    }
  }

  @Test
  void anAccessKeyAloneIsNotEnough() {
    var worker = stack.worker();
    try (var client =
        stack.dynamoDb(new Credentials(worker.accessKeyId(), worker.secretAccessKey(), "guess"))) {
      assertThatThrownBy(() -> client.describeTable(d -> d.tableName("chats")))
          .hasMessageContaining("security token");
    }
  }

  @Test
  void anUnsignedRequestIsRefused() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(HttpRequest.newBuilder(stack.gateway.url()).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("MissingAuthenticationToken");
    }
  }

  @Test
  void theLogNamesTheFunctionThatCalled() {
    try (var client = stack.dynamoDb(stack.worker())) {
      client.describeTable(d -> d.tableName("chats"));
    }
    assertThat(stack.gateway.log().entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.access().by("worker")).isTrue();
              assertThat(entry.access().operation()).isEqualTo("DescribeTable");
              assertThat(entry.allowed()).isTrue();
              assertThat(entry.status()).isEqualTo(200);
            });
  }

  @Test
  void nothingIsServedBeforeTheGatewayIsOpen() throws Exception {
    try (var closed = Gateway.listen(0);
        var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(HttpRequest.newBuilder(closed.url()).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(503);
    }
  }
}
