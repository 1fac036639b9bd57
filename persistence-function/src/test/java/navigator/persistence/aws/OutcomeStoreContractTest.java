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
import navigator.contracts.Status;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.persistence.Chats;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.OutcomeStore;
import navigator.persistence.StoredMessage;
import navigator.persistence.StoredRequest;
import navigator.persistence.Verdict;
import navigator.persistence.WriteOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class OutcomeStoreContractTest {

  private static final Instant NOW = Chats.ENDED.plusSeconds(1);

  private final TestTable table = TestTable.create();
  private final ChatTable chatTable = new ChatTable(table.client(), table.name());
  private final WriteOutcome writer = writerAt(NOW);

  @BeforeEach
  void putARequestThatIsWorkedOn() {
    StoredChat.put(table);
    StoredChat.claim(table);
  }

  @Test
  void anAnswerCompletesItsRequest() {
    assertThat(writer.write(Chats.answered(0))).isEqualTo(Verdict.PERSISTED);
    StoredRequest request = request();
    assertThat(request.status()).isEqualTo(Status.COMPLETED);
    assertThat(request.pending()).isFalse();
    assertThat(request.updatedAt()).isEqualTo(NOW);
    assertThat(request.progress())
        .isEqualTo(
            new StoredRequest.Progress(
                Chats.ACCEPTED.plusSeconds(1),
                NOW,
                2,
                "sonnet",
                "end_turn",
                Chats.USAGE,
                null,
                null,
                null));
    assertThat(table.item(Keys.request(Chats.ID)))
        .doesNotContainKeys("GSI2PK", "GSI2SK", "lease_owner", "lease_until", "error_code");
  }

  @Test
  void aReplyIsStoredWithTheAttributesOfTheOriginalModel() {
    writer.write(Chats.answered(0));
    assertThat(table.item(Keys.assistantMessage(Chats.CONVERSATION, Chats.TURN)))
        .isEqualTo(
            Map.ofEntries(
                text("PK", "CONV#" + Chats.CONVERSATION),
                text("SK", "MSG#2026-03-02T09:15:00.123457Z#ASSISTANT"),
                text("GSI1PK", "USER#ann"),
                text("GSI1SK", "CONV#" + Chats.CONVERSATION + "#2026-03-02T09:15:03.123456Z"),
                text("message", "Open Courses."),
                text("userId", "ann"),
                text("userEmail", "ann@example.org"),
                text("timestamp", "2026-03-02T09:15:03.123456Z"),
                text("model", "sonnet"),
                text("requestId", Chats.ID.value()),
                number("expires_at", NOW.plus(Duration.ofDays(365)).getEpochSecond())));
  }

  @Test
  void aFallbackIsMarkedAsOneAndHasADeadLetter() {
    assertThat(writer.write(Chats.fellBack(0))).isEqualTo(Verdict.PERSISTED);
    assertThat(request().status()).isEqualTo(Status.FALLBACK);
    assertThat(request().pending()).isFalse();
    assertThat(table.item(Keys.request(Chats.ID)))
        .contains(
            text("error_code", "access_denied"),
            text("error_detail", "Bedrock refused access to the model."));
    assertThat(table.item(Keys.assistantMessage(Chats.CONVERSATION, Chats.TURN)))
        .contains(text("fallbackReason", "access_denied"))
        .doesNotContainKey("model");
    assertThat(table.item(Keys.deadLetter(Chats.ID)))
        .contains(
            text("state", "parked"),
            text("GSI2SK", "2026-03-02T09:15:04.123456Z#" + Chats.ID),
            text("error_code", "access_denied"),
            text("model", "sonnet"),
            text("first_failure_at", "2026-03-02T09:15:01.123456Z"),
            text("last_failure_at", "2026-03-02T09:15:02.123456Z"),
            text("failed_at", "2026-03-02T09:15:04.123456Z"),
            number("attempts", 1),
            number("expires_at", NOW.plus(Duration.ofDays(30)).getEpochSecond()));
    assertThat(table.item(Keys.deadLetter(Chats.ID)).get("GSI2PK"))
        .isEqualTo(
            AttributeValue.fromS(
                Keys.deadLetterOfState(DeadLetterState.PARKED, Chats.ID, NOW).partition()));
  }

  @Test
  void aDeadLetterHoldsTheRequestAsItWasQueued() {
    writer.write(Chats.fellBack(0));
    AttributeValue original = table.item(Keys.deadLetter(Chats.ID)).get(Attribute.ORIGINAL);
    assertThat(original).isNotNull();
    assertThat(Wire.read(original == null ? "" : original.s(), ChatRequest.class))
        .isInstanceOfSatisfying(
            Read.Valid.class,
            read ->
                assertThat(((ChatRequest) read.value()).message()).isEqualTo("How do I teach?"));
  }

  @Test
  void aRequestWhoseTextIsGoneStillEnds() {
    table.delete(Keys.userMessage(Chats.CONVERSATION, Chats.TURN));
    assertThat(writer.write(Chats.fellBack(0))).isEqualTo(Verdict.PERSISTED);
    assertThat(table.item(Keys.deadLetter(Chats.ID))).doesNotContainKey(Attribute.ORIGINAL);
  }

  @Test
  void theSameEventAgainChangesNothing() {
    for (ChatOutcome outcome : List.of(Chats.fellBack(0), Chats.answered(0))) {
      assertThat(writer.write(outcome)).isEqualTo(Verdict.PERSISTED);
      List<Map<String, AttributeValue>> before = table.items();
      assertThat(writerAt(NOW.plusSeconds(9)).write(outcome)).isEqualTo(Verdict.ALREADY_PERSISTED);
      assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
    }
  }

  @Test
  void aFallbackAfterTheAnswerChangesNothing() {
    writer.write(Chats.answered(0));
    List<Map<String, AttributeValue>> before = table.items();
    assertThat(writer.write(Chats.fellBack(0))).isEqualTo(Verdict.SUPERSEDED);
    assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void anAnswerAfterTheFallbackReplacesItAndResolvesTheDeadLetter() {
    writer.write(Chats.fellBack(0));
    assertThat(writer.write(Chats.answered(0))).isEqualTo(Verdict.PERSISTED);
    assertThat(request().status()).isEqualTo(Status.COMPLETED);
    assertThat(request().progress().errorCode()).isNull();
    assertThat(reply().fallbackReason()).isNull();
    assertThat(reply().text()).isEqualTo("Open Courses.");
    assertThat(table.item(Keys.deadLetter(Chats.ID)))
        .contains(text("state", "resolved"))
        .containsEntry(
            "GSI2PK",
            AttributeValue.fromS(
                Keys.deadLetterOfState(DeadLetterState.RESOLVED, Chats.ID, NOW).partition()));
  }

  @Test
  void anAnswerAfterTheFallbackNeedsNoDeadLetter() {
    writer.write(Chats.fellBack(0));
    table.delete(Keys.deadLetter(Chats.ID));
    assertThat(writer.write(Chats.answered(0))).isEqualTo(Verdict.PERSISTED);
    assertThat(table.item(Keys.deadLetter(Chats.ID))).isEmpty();
  }

  @Test
  void aCancelledRequestStaysCancelled() {
    table.set(Keys.request(Chats.ID), Attribute.STATUS, AttributeValue.fromS("cancelled"));
    List<Map<String, AttributeValue>> before = table.items();
    assertThat(writer.write(Chats.answered(0))).isEqualTo(Verdict.CANCELLED);
    assertThat(writer.write(Chats.fellBack(0))).isEqualTo(Verdict.CANCELLED);
    assertThat(table.items()).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void aReplayThatFailsToo() {
    writer.write(Chats.fellBack(0));
    StoredChat.replay(table, 1);
    assertThat(writer.write(Chats.fellBack(0))).isEqualTo(Verdict.SUPERSEDED);
    assertThat(writerAt(NOW.plusSeconds(60)).write(Chats.fellBack(1))).isEqualTo(Verdict.PERSISTED);
    assertThat(writer.write(Chats.fellBack(1))).isEqualTo(Verdict.ALREADY_PERSISTED);
    assertThat(failures()).hasSize(2);
    assertThat(request().pending()).isFalse();
  }

  @Test
  void aSecondEventThatFoundTheReplayPendingIsNotCounted() {
    writer.write(Chats.fellBack(0));
    StoredChat.replay(table, 1);
    StoredRequest pending = request();
    assertThat(writer.write(Chats.fellBack(1))).isEqualTo(Verdict.PERSISTED);
    WriteOutcome late =
        new WriteOutcome(_ -> Optional.of(pending), chatTable.messages(), outcomes(), () -> NOW);
    assertThat(late.write(Chats.fellBack(1))).isEqualTo(Verdict.ALREADY_PERSISTED);
    assertThat(failures()).hasSize(2);
  }

  @Test
  void aReplayThatIsAnsweredReplacesTheFallback() {
    writer.write(Chats.fellBack(0));
    StoredChat.replay(table, 1);
    assertThat(writer.write(Chats.answered(0, "Too late."))).isEqualTo(Verdict.SUPERSEDED);
    assertThat(writer.write(Chats.answered(1))).isEqualTo(Verdict.PERSISTED);
    assertThat(reply().text()).isEqualTo("Open Courses.");
    assertThat(replies()).isOne();
  }

  @Test
  void anUnknownRequestGetsNothing() {
    table.delete(Keys.request(Chats.ID));
    assertThat(writer.write(Chats.answered(0))).isEqualTo(Verdict.UNKNOWN);
    assertThat(replies()).isZero();
  }

  @Test
  void aWorkersClockAheadOfOursDoesNotTurnTimeBack() {
    table.set(Keys.request(Chats.ID), Attribute.UPDATED_AT, StoredChat.time(NOW.plusSeconds(30)));
    assertThat(writer.write(Chats.answered(0))).isEqualTo(Verdict.PERSISTED);
    assertThat(request().updatedAt()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void answersAndFallbacksThatRaceEndInOneAnswer() throws Exception {
    List<Callable<Verdict>> racers =
        IntStream.range(0, 16)
            .<Callable<Verdict>>mapToObj(
                i -> () -> writer.write(i % 2 == 0 ? Chats.answered(0) : Chats.fellBack(0)))
            .toList();
    long persisted = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Verdict> racer : threads.invokeAll(racers)) {
        persisted += racer.get() == Verdict.PERSISTED ? 1 : 0;
      }
    }
    assertThat(persisted).isBetween(1L, 2L);
    assertThat(request().status()).isEqualTo(Status.COMPLETED);
    assertThat(reply().fallbackReason()).isNull();
    assertThat(replies()).isOne();
  }

  private WriteOutcome writerAt(Instant now) {
    return new WriteOutcome(chatTable.requests(), chatTable.messages(), outcomes(), () -> now);
  }

  private OutcomeStore outcomes() {
    return chatTable.outcomes(
        new OutcomeConfig(table.name(), Duration.ofDays(365), Duration.ofDays(30)));
  }

  private List<AttributeValue> failures() {
    AttributeValue generations = table.item(Keys.deadLetter(Chats.ID)).get(Attribute.GENERATIONS);
    return generations == null ? List.of() : generations.l();
  }

  private StoredRequest request() {
    return chatTable.requests().find(Chats.ID).orElseThrow();
  }

  private StoredMessage reply() {
    return chatTable
        .messages()
        .find(Keys.assistantMessage(Chats.CONVERSATION, Chats.TURN))
        .orElseThrow();
  }

  private long replies() {
    return table.items().stream()
        .filter(item -> String.valueOf(item.get("SK")).contains("#ASSISTANT"))
        .count();
  }

  private static Map.Entry<String, AttributeValue> text(String name, String value) {
    return Map.entry(name, AttributeValue.fromS(value));
  }

  private static Map.Entry<String, AttributeValue> number(String name, long value) {
    return Map.entry(name, AttributeValue.fromN("" + value));
  }
}
