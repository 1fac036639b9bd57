package navigator.ingest.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.contracts.testing.TestTable;
import navigator.ingest.NewChat;
import navigator.ingest.StoreVerdict;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ChatStoreContractTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00.123456Z");
  private static final ConversationId CONVERSATION =
      new ConversationId("0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11");

  private static final long TICKET = 1_234;
  private static final RequestId KEYED = RequestId.named("ann and her key");
  private static final Traceparent TRACE = Traceparent.ofHeader(null);

  private final TestTable table = TestTable.create();
  private final DynamoChatStore store = new DynamoChatStore(table.client(), table.name());

  @Test
  void aRequestIsStoredWithAllButItsText() {
    NewChat chat = opening("ann", NOW);
    assertThat(store.store(chat)).isEqualTo(new StoreVerdict.Stored());
    RequestId id = chat.request().requestId();
    assertThat(table.item(Keys.request(id)))
        .isEqualTo(
            Map.ofEntries(
                text("PK", "REQUEST#" + id),
                text("SK", "REQUEST"),
                text("GSI1PK", "USER#ann"),
                text("GSI1SK", "REQUEST#2026-03-02T09:15:00.123456Z#" + id),
                text("GSI2PK", Keys.pending(id, chat.request().deadlineAt()).partition()),
                text("GSI2SK", "2026-03-02T09:30:00.123456Z#" + id),
                text("request_id", id.value()),
                text("conversation_id", CONVERSATION.value()),
                text("user_id", "ann"),
                text("user_email", "ann@example.org"),
                text("role", "staff"),
                text("turn", "2026-03-02T09:15:00.123456Z"),
                text("status", "queued"),
                number("generation", 0),
                number("attempts", 0),
                number("crashes", 0),
                number("ticket", TICKET),
                text("traceparent", chat.request().traceparent().value()),
                Map.entry(
                    "metadata",
                    AttributeValue.fromM(Map.of("page", AttributeValue.fromS("courses")))),
                text("created_at", "2026-03-02T09:15:00.123456Z"),
                text("updated_at", "2026-03-02T09:15:00.123456Z"),
                text("deadline_at", "2026-03-02T09:30:00.123456Z"),
                number("expires_at", chat.expiresAt().getEpochSecond())));
  }

  @Test
  void aUserMessageIsStoredWithTheAttributesOfTheOriginalModel() {
    NewChat chat = opening("ann", NOW);
    store.store(chat);
    assertThat(table.item(Keys.userMessage(CONVERSATION, chat.request().turn())))
        .isEqualTo(
            Map.ofEntries(
                text("PK", "CONV#" + CONVERSATION),
                text("SK", "MSG#2026-03-02T09:15:00.123456Z#USER"),
                text("GSI1PK", "USER#ann"),
                text("GSI1SK", "CONV#" + CONVERSATION + "#2026-03-02T09:15:00.123456Z"),
                text("message", "How do I teach?"),
                text("userId", "ann"),
                text("userEmail", "ann@example.org"),
                text("timestamp", "2026-03-02T09:15:00.123456Z"),
                text("requestId", chat.request().requestId().value()),
                number("expires_at", chat.expiresAt().getEpochSecond())));
  }

  @Test
  void aConversationMovesWithItsTurns() {
    store.store(opening("ann", NOW));
    NewChat second = following("ann", NOW.plusSeconds(60));
    assertThat(store.store(second)).isEqualTo(new StoreVerdict.Stored());
    assertThat(table.item(Keys.conversation(CONVERSATION)))
        .isEqualTo(
            Map.ofEntries(
                text("PK", "CONV#" + CONVERSATION),
                text("SK", "CONVERSATION"),
                text("GSI1PK", "USER#ann"),
                text("GSI1SK", "CONVERSATION#2026-03-02T09:16:00.123456Z#" + CONVERSATION),
                text("conversation_id", CONVERSATION.value()),
                text("user_id", "ann"),
                text("last_turn", "2026-03-02T09:16:00.123456Z"),
                text("created_at", "2026-03-02T09:15:00.123456Z"),
                text("updated_at", "2026-03-02T09:16:00.123456Z"),
                number("expires_at", second.expiresAt().getEpochSecond())));
  }

  @Test
  void aClockBehindTheLastTurnOrItsReplyIsToldTheLastTurn() {
    store.store(opening("ann", NOW));
    for (long micros : List.of(-1_000_000L, 0L, 1L)) {
      Instant late = NOW.plusNanos(micros * 1_000);
      assertThat(store.store(following("ann", late)))
          .isEqualTo(new StoreVerdict.LateClock(new Turn(NOW)));
    }
    assertThat(table.items()).hasSize(3);
    assertThat(store.store(following("ann", NOW.plusNanos(2_000))))
        .isEqualTo(new StoreVerdict.Stored());
  }

  @Test
  void nobodyPostsIntoAnothersAnUnknownOrADeletedConversation() {
    assertThat(store.store(following("ann", NOW))).isEqualTo(new StoreVerdict.NoConversation());
    store.store(opening("ann", NOW));
    assertThat(store.store(following("bob", NOW.plusSeconds(1))))
        .isEqualTo(new StoreVerdict.NoConversation());
    assertThat(store.store(following("bob", NOW.minusSeconds(1))))
        .isEqualTo(new StoreVerdict.NoConversation());
    table.set(Keys.conversation(CONVERSATION), Attribute.DELETED_AT, AttributeValue.fromS("2026"));
    assertThat(store.store(following("ann", NOW.plusSeconds(1))))
        .isEqualTo(new StoreVerdict.NoConversation());
    assertThat(table.items()).hasSize(3);
  }

  @Test
  void aRequestThatWasStoredUnderItsKeyIsToldAsItIs() {
    NewChat first = keyed("a", NOW, CONVERSATION);
    store.store(first);
    NewChat again = keyed("a", NOW.plusSeconds(9), ConversationId.random());
    assertThat(store.store(again))
        .isEqualTo(new StoreVerdict.StoredBefore(first.request(), Status.QUEUED));
    assertThat(table.items()).hasSize(3);
  }

  @Test
  void anotherBodyUnderTheSameKeyIsTold() {
    store.store(keyed("a", NOW, CONVERSATION));
    assertThat(store.store(keyed("b", NOW, ConversationId.random())))
        .isEqualTo(new StoreVerdict.KeyReused());
  }

  private static NewChat keyed(String fingerprint, Instant now, ConversationId conversation) {
    ChatRequest request =
        new ChatRequest(
            1,
            KEYED,
            conversation,
            "ann",
            Role.STAFF,
            "How do I teach?",
            new Turn(now),
            now,
            now.plus(Duration.ofMinutes(15)),
            0,
            TRACE);
    return new NewChat(
        request, null, Map.of(), fingerprint, true, null, now.plus(Duration.ofDays(1)));
  }

  @Test
  void aCallerWithoutEmailIsStoredWithoutOne() {
    NewChat chat = opening("ann", NOW);
    store.store(new NewChat(chat.request(), null, Map.of(), null, true, null, chat.expiresAt()));
    assertThat(table.items())
        .noneMatch(item -> item.containsKey("user_email") || item.containsKey("userEmail"));
  }

  @Test
  void submitsRacingInOneConversationGetStrictlyIncreasingTurns() throws Exception {
    store.store(opening("ann", NOW));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Turn>> racers =
          IntStream.range(0, 8).<Callable<Turn>>mapToObj(_ -> this::submitUntilStored).toList();
      for (Future<Turn> racer : threads.invokeAll(racers)) {
        racer.get();
      }
    }
    List<String> turns =
        table.items().stream()
            .filter(item -> item.containsKey("turn"))
            .map(item -> item.get("turn").s())
            .sorted()
            .toList();
    assertThat(turns).hasSize(9).doesNotHaveDuplicates();
    for (int i = 1; i < turns.size(); i++) {
      assertThat(Turn.parse(turns.get(i)).at()).isAfter(Turn.parse(turns.get(i - 1)).reply());
    }
    assertThat(table.item(Keys.conversation(CONVERSATION)))
        .contains(text("last_turn", turns.getLast()));
  }

  private Turn submitUntilStored() {
    Turn turn = new Turn(NOW);
    while (store.store(following("ann", turn.at())) instanceof StoreVerdict.LateClock(Turn last)) {
      turn = Turn.next(NOW, last);
    }
    return turn;
  }

  private static NewChat opening(String user, Instant now) {
    return chat(user, now, true);
  }

  private static NewChat following(String user, Instant now) {
    return chat(user, now, false);
  }

  private static NewChat chat(String user, Instant now, boolean opens) {
    ChatRequest request =
        new ChatRequest(
            1,
            RequestId.random(),
            CONVERSATION,
            user,
            Role.STAFF,
            "How do I teach?",
            new Turn(now),
            now,
            now.plus(Duration.ofMinutes(15)),
            0,
            Traceparent.ofHeader(null));
    return new NewChat(
        request,
        user + "@example.org",
        Map.of("page", "courses"),
        null,
        opens,
        TICKET,
        now.plus(Duration.ofDays(365)));
  }

  private static Map.Entry<String, AttributeValue> text(String name, String value) {
    return Map.entry(name, AttributeValue.fromS(value));
  }

  private static Map.Entry<String, AttributeValue> number(String name, long value) {
    return Map.entry(name, AttributeValue.fromN("" + value));
  }
}
