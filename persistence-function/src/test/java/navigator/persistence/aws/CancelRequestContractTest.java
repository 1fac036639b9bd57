package navigator.persistence.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.persistence.CancelRequest;
import navigator.persistence.Chats;
import navigator.persistence.FindStatus;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.RequestReader;
import navigator.persistence.StoredRequest;
import navigator.persistence.WriteOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CancelRequestContractTest {

  private static final Caller ANN = new Caller("ann", null, Role.STAFF);
  private static final Caller BOB = new Caller("bob", null, Role.ADMIN);
  private static final Instant NOW = Chats.ENDED.plusSeconds(1);

  private final TestTable table = TestTable.create();
  private final ChatTable chatTable = new ChatTable(table.client(), table.name());

  @BeforeEach
  void putARequest() {
    StoredChat.put(table);
  }

  @Test
  void aQueuedRequestIsCancelledAndPendingNoMore() {
    RequestObject shown = cancel(ANN);

    assertThat(shown.status()).isEqualTo(Status.CANCELLED);
    assertThat(shown.completedAt()).isEqualTo(NOW);
    assertThat(shown.timestamp()).isEqualTo(NOW);
    assertThat(shown.message()).isNull();
    assertThat(shown.metadata()).containsEntry("page", "courses");
    assertThat(request().status()).isEqualTo(Status.CANCELLED);
    assertThat(table.item(Keys.request(Chats.ID)))
        .doesNotContainKeys(Attribute.PENDING_INDEX_PK, Attribute.PENDING_INDEX_SK);
  }

  @Test
  void aRequestInFlightIsCancelledUnderTheLeaseOfItsWorker() {
    StoredChat.claim(table);

    assertThat(cancel(ANN).status()).isEqualTo(Status.CANCELLED);
    assertThat(table.item(Keys.request(Chats.ID)))
        .containsEntry(Attribute.LEASE_OWNER, AttributeValue.fromS("worker"));
  }

  @Test
  void theSameAgainChangesNothing() {
    RequestObject first = cancel(ANN);
    List<Map<String, AttributeValue>> before = table.items();

    RequestObject again = canceller(chatTable.requests(), NOW.plusSeconds(9)).orElseThrow();

    assertThat(again).isEqualTo(first);
    assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void itIsTooLateOnceAnOutcomeIsStored() {
    StoredChat.claim(table);
    storeOutcome();

    assertUnchanged(Status.IN_PROGRESS);
  }

  @Test
  void itIsTooLateForAnAnsweredRequestWhichComesBackWithItsReply() {
    writer().write(Chats.answered(0));

    assertThat(assertUnchanged(Status.COMPLETED).message()).isEqualTo("Open Courses.");
  }

  @Test
  void aFallbackStaysOneAlsoWhileItIsReplayed() {
    writer().write(Chats.fellBack(0));
    assertUnchanged(Status.FALLBACK);

    StoredChat.replay(table, 1);
    assertUnchanged(Status.FALLBACK);
    assertThat(request().pending()).isTrue();
  }

  @Test
  void unknownForeignAndMalformedIdsAreAlikeAndUntouched() {
    List<Map<String, AttributeValue>> before = table.items();
    CancelRequest cancels = canceller(chatTable.requests());

    assertThat(cancels.cancel(BOB, Chats.ID.value())).isEmpty();
    assertThat(cancels.cancel(ANN, RequestId.random().value())).isEmpty();
    assertThat(cancels.cancel(ANN, "7")).isEmpty();
    assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void aClaimThatComesBetweenReadAndWriteIsCancelledToo() {
    assertThat(cancelWhen(() -> StoredChat.claim(table)).status()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void anOutcomeThatComesBetweenReadAndWriteStands() {
    assertThat(cancelWhen(this::storeOutcome).status()).isEqualTo(Status.QUEUED);
    assertThat(request().pending()).isTrue();
  }

  @Test
  void anAnswerThatIsShownBetweenReadAndWriteStands() {
    assertThat(cancelWhen(() -> writer().write(Chats.answered(0))).message())
        .isEqualTo("Open Courses.");
  }

  @Test
  void aRequestThatVanishesBetweenReadAndWriteIsUnknown() {
    RequestReader reader = thenRun(() -> table.delete(Keys.request(Chats.ID)));

    assertThat(canceller(reader).cancel(ANN, Chats.ID.value())).isEmpty();
    assertThat(table.item(Keys.request(Chats.ID))).isEmpty();
  }

  @Test
  void aWorkersClockAheadOfOursDoesNotTurnTimeBack() {
    table.set(Keys.request(Chats.ID), Attribute.UPDATED_AT, StoredChat.time(NOW.plusSeconds(30)));

    assertThat(cancel(ANN).timestamp()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void cancelsAndAnswersThatRaceLeaveOneEnd() throws Exception {
    List<Callable<Object>> racers =
        IntStream.range(0, 12)
            .<Callable<Object>>mapToObj(
                i -> () -> i % 2 == 0 ? cancel(ANN) : writer().write(Chats.answered(0)))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Object> racer : threads.invokeAll(racers)) {
        assertThat(racer.get()).isNotNull();
      }
    }
    boolean answered = request().status() == Status.COMPLETED;
    assertThat(request().status()).isIn(Status.COMPLETED, Status.CANCELLED);
    assertThat(table.item(Keys.assistantMessage(Chats.CONVERSATION, Chats.TURN)).isEmpty())
        .isNotEqualTo(answered);
  }

  private RequestObject assertUnchanged(Status status) {
    List<Map<String, AttributeValue>> before = table.items();
    RequestObject shown = cancel(ANN);
    assertThat(shown.status()).isEqualTo(status);
    assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
    return shown;
  }

  private RequestObject cancel(Caller caller) {
    return canceller(chatTable.requests()).cancel(caller, Chats.ID.value()).orElseThrow();
  }

  private RequestObject cancelWhen(Runnable meanwhile) {
    return canceller(thenRun(meanwhile)).cancel(ANN, Chats.ID.value()).orElseThrow();
  }

  private RequestReader thenRun(Runnable meanwhile) {
    return id -> {
      Optional<StoredRequest> found = chatTable.requests().find(id);
      meanwhile.run();
      return found;
    };
  }

  private Optional<RequestObject> canceller(RequestReader requests, Instant now) {
    return new CancelRequest(requests, chatTable.cancels(), status(), () -> now)
        .cancel(ANN, Chats.ID.value());
  }

  private CancelRequest canceller(RequestReader requests) {
    return new CancelRequest(requests, chatTable.cancels(), status(), () -> NOW);
  }

  private FindStatus status() {
    return new FindStatus(chatTable.requests(), chatTable.messages());
  }

  private WriteOutcome writer() {
    OutcomeConfig config =
        new OutcomeConfig(table.name(), Duration.ofDays(365), Duration.ofDays(30));
    return new WriteOutcome(
        chatTable.requests(), chatTable.messages(), chatTable.outcomes(config), () -> NOW);
  }

  private void storeOutcome() {
    table.set(Keys.request(Chats.ID), Attribute.OUTCOME_GENERATION, AttributeValue.fromN("0"));
  }

  private StoredRequest request() {
    return chatTable.requests().find(Chats.ID).orElseThrow();
  }
}
