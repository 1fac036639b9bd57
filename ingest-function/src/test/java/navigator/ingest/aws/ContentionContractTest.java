package navigator.ingest.aws;

import static navigator.contracts.testing.ScriptedHttp.Answer.cancelled;
import static navigator.contracts.testing.ScriptedHttp.Answer.error;
import static navigator.contracts.testing.ScriptedHttp.Answer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.testing.ScriptedHttp;
import navigator.contracts.testing.ScriptedHttp.Answer;
import navigator.ingest.NewChat;
import navigator.ingest.StoreVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What DynamoDB does under load, and DynamoDB Local never. */
class ContentionContractTest {

  @ParameterizedTest
  @MethodSource
  void whatPassesIsTriedAgain(Answer answer) {
    try (ScriptedHttp dynamo = ScriptedHttp.start(answer, answer, ok())) {
      assertThat(store(dynamo)).isEqualTo(new StoreVerdict.Stored());
      assertThat(dynamo.calls()).isEqualTo(3);
    }
  }

  static Stream<Answer> whatPassesIsTriedAgain() {
    return Stream.of(
        cancelled("None", "None", "TransactionConflict"),
        cancelled("ThrottlingError", "None", "TransactionConflict"),
        cancelled("ProvisionedThroughputExceeded", "None", "None"),
        error(400, "TransactionInProgressException"),
        error(400, "ThrottlingException"),
        error(400, "ProvisionedThroughputExceededException"),
        error(500, "InternalServerError"),
        error(503, "ServiceUnavailable"));
  }

  @ParameterizedTest
  @MethodSource("whatPassesIsTriedAgain")
  void whatDoesNotPassInTimeIsUnavailable(Answer answer) {
    try (ScriptedHttp dynamo = ScriptedHttp.start(answer)) {
      assertThat(store(dynamo)).isEqualTo(new StoreVerdict.Unavailable());
      assertThat(dynamo.calls()).isBetween(2, 8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ValidationError", "ItemCollectionSizeLimitExceeded"})
  void aCancellationThatCannotPassIsABug(String code) {
    try (ScriptedHttp dynamo = ScriptedHttp.start(cancelled("None", code, "None"))) {
      assertThatThrownBy(() -> store(dynamo)).isInstanceOf(TransactionCanceledException.class);
      assertThat(dynamo.calls()).isOne();
    }
  }

  @Test
  void aRefusalIsNotTriedAgain() {
    try (ScriptedHttp dynamo = ScriptedHttp.start(error(400, "AccessDeniedException"))) {
      assertThatThrownBy(() -> store(dynamo)).isInstanceOf(DynamoDbException.class);
      assertThat(dynamo.calls()).isOne();
    }
  }

  @Test
  void aQueueThatIsBusyIsAskedAgainAndThenGivenUp() {
    try (ScriptedHttp sqs = ScriptedHttp.start(error(503, "ServiceUnavailable"))) {
      SqsClient client =
          Clients.sqs(
              SqsClient.builder()
                  .endpointOverride(sqs.url())
                  .region(Region.US_WEST_2)
                  .credentialsProvider(credentials()));
      assertThat(new SqsRequestQueue(client, sqs.url() + "/queue").offer(chat().request()))
          .isFalse();
      assertThat(sqs.calls()).isEqualTo(3);
    }
  }

  private static StoreVerdict store(ScriptedHttp dynamo) {
    DynamoDbClient client =
        Clients.dynamo(
            DynamoDbClient.builder()
                .endpointOverride(dynamo.url())
                .region(Region.US_WEST_2)
                .credentialsProvider(credentials()));
    return new DynamoChatStore(client, "table").store(chat());
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
  }

  private static NewChat chat() {
    Instant now = Instant.parse("2026-03-02T09:15:00Z");
    ChatRequest request =
        new ChatRequest(
            1,
            RequestId.random(),
            ConversationId.random(),
            "ann",
            Role.STAFF,
            "Hi",
            new Turn(now),
            now,
            now.plus(Duration.ofMinutes(15)),
            0,
            Traceparent.ofHeader(null));
    return new NewChat(request, null, Map.of(), null, false, null, now);
  }
}
