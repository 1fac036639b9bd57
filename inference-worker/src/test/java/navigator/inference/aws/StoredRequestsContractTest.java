package navigator.inference.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.contracts.ErrorCode;
import navigator.contracts.Status;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.inference.Outcome;
import navigator.inference.Progress;
import navigator.inference.RequestFacts;
import navigator.inference.Samples;
import navigator.inference.StoredRequest;
import navigator.inference.VirtualClock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StoredRequestsContractTest {

  private final TestTable table = TestTable.create();
  private final SubmittedChats chats = new SubmittedChats(table);
  private final DynamoDbClient dynamo = TestClients.of(table).dynamo();
  private final StoredRequests requests = new StoredRequests(dynamo, table.name());
  private final ChatRequest request = chats.submit(Samples.request());

  @Test
  void aRequestIsReadWithItsOutcomes() {
    Outcome failed = Samples.failed(ErrorCode.ACCESS_DENIED);
    chats.outcome(request, 0, failed);

    assertThat(requests.read(request.requestId()))
        .contains(
            new StoredRequest(RequestFacts.of(request), true, Progress.NONE, Map.of(0, failed)));
  }

  @Test
  void aRequestThatEndedIsNotPending() {
    chats.end(request, Status.FALLBACK);

    assertThat(requests.read(request.requestId()))
        .hasValueSatisfying(stored -> assertThat(stored.pending()).isFalse());
  }

  @Test
  void anErasedAnswerIsNotRead() {
    chats.outcome(request, 0, Samples.answered("Here is how."));
    chats.erase(request);

    assertThat(requests.read(request.requestId()))
        .hasValueSatisfying(stored -> assertThat(stored.outcomes()).isEmpty());
  }

  @Test
  void whatIsNotThereIsEmpty() {
    assertThat(requests.read(Samples.request().requestId())).isEmpty();
  }

  @Test
  void suspectsHaveACrashOnRecordOrALeaseThatNobodyReleased() {
    ChatRequest crashed = chats.submit(Samples.request());
    table.set(Keys.request(crashed.requestId()), Attribute.CRASHES, AttributeValue.fromN("1"));
    ChatRequest leased = chats.submit(Samples.request());
    table.set(
        Keys.request(leased.requestId()), Attribute.LEASE_OWNER, AttributeValue.fromS("dead"));

    assertThat(
            new Suspects(dynamo, table.name())
                .among(
                    List.of(
                        request.requestId(),
                        crashed.requestId(),
                        leased.requestId(),
                        Samples.request().requestId())))
        .containsExactlyInAnyOrder(crashed.requestId(), leased.requestId());
  }

  @Test
  void anUnreadableMessageIsKeptInPartAndRecognisable() {
    String body = "x".repeat(5_000);

    new UnreadableLetters(dynamo, table.name(), Duration.ofDays(30), VirtualClock.atAcceptance())
        .store(Samples.delivery(body, Map.of()));

    StoredItem kept = chats.stored(Keys.unreadable("message-1"));
    assertThat(kept.text(Attribute.BODY_PREFIX)).hasSize(1_000);
    assertThat(kept.text(Attribute.BODY_SHA256)).matches("[0-9a-f]{64}");
    assertThat(kept.text(Attribute.STATE)).isEqualTo(DeadLetterState.PARKED.wireName());
    assertThat(kept.time(Attribute.FAILED_AT)).contains(Samples.ACCEPTED);
    assertThat(kept.text(Attribute.PENDING_INDEX_PK)).startsWith("DEADLETTER#parked#");
    assertThat(kept.text(Attribute.PENDING_INDEX_SK)).endsWith("#message-1");
  }
}
