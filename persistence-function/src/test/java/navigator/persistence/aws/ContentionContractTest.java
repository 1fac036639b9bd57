package navigator.persistence.aws;

import static navigator.contracts.testing.ScriptedHttp.Answer.cancelled;
import static navigator.contracts.testing.ScriptedHttp.Answer.error;
import static navigator.contracts.testing.ScriptedHttp.Answer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import navigator.contracts.testing.ScriptedHttp;
import navigator.contracts.testing.ScriptedHttp.Answer;
import navigator.persistence.Chats;
import navigator.persistence.CommitVerdict;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.OutcomeWrite;
import navigator.persistence.UpdateVerdict;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What DynamoDB does under load, and DynamoDB Local never. */
class ContentionContractTest {

  @Test
  void aConflictIsTriedAgain() {
    Answer conflict = cancelled("TransactionConflict", "None");
    try (ScriptedHttp dynamo =
        ScriptedHttp.start(conflict, error(400, "ThrottlingException"), conflict, ok())) {
      assertThat(commit(dynamo)).isEqualTo(new CommitVerdict.Committed());
      assertThat(dynamo.calls()).isEqualTo(4);
    }
  }

  @Test
  void aConflictThatDoesNotPassIsLeftToLambdasRetry() {
    try (ScriptedHttp dynamo = ScriptedHttp.start(cancelled("TransactionConflict", "None"))) {
      assertThatThrownBy(() -> commit(dynamo)).isInstanceOf(TransactionCanceledException.class);
      assertThat(dynamo.calls()).isBetween(2, 8);
    }
  }

  @Test
  void aBugIsNotTriedAgain() {
    try (ScriptedHttp dynamo = ScriptedHttp.start(cancelled("None", "ValidationError"))) {
      assertThatThrownBy(() -> commit(dynamo)).isInstanceOf(TransactionCanceledException.class);
      assertThat(dynamo.calls()).isOne();
    }
  }

  @Test
  void aCancelThatATransactionIsInTheWayOfIsTriedAgain() {
    try (ScriptedHttp dynamo =
        ScriptedHttp.start(error(400, "TransactionConflictException"), missing())) {
      assertThat(
              new DynamoCancelStore(new RequestWrites(client(dynamo), "table"))
                  .cancel(Chats.queued(), Chats.ENDED))
          .isEqualTo(new UpdateVerdict.Changed(null));
      assertThat(dynamo.calls()).isEqualTo(2);
    }
  }

  private static Answer missing() {
    return error(400, "ConditionalCheckFailedException");
  }

  private static CommitVerdict commit(ScriptedHttp dynamo) {
    OutcomeConfig config = new OutcomeConfig("table", Duration.ofDays(365), Duration.ofDays(30));
    OutcomeWrite write = new OutcomeWrite(Chats.queued(), Chats.answered(0), Chats.ENDED, null);
    return new DynamoOutcomeStore(client(dynamo), config).commit(write);
  }

  private static DynamoDbClient client(ScriptedHttp dynamo) {
    return Clients.dynamo(
        DynamoDbClient.builder()
            .endpointOverride(dynamo.url())
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))));
  }
}
