package navigator.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import navigator.contracts.queue.ChatRequest;
import org.junit.jupiter.api.Test;

class SubmitChatTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00.123456789Z");
  private static final Instant NOW_MICROS = Instant.parse("2026-03-02T09:15:00.123456Z");
  private static final Caller ANN = new Caller("ann", "ann@example.org", Role.ADMIN);
  private static final String IN_CONVERSATION =
      "{\"message\":\"Hi\",\"conversation_id\":\"0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11\"}";
  private static final IngestConfig CONFIG =
      new IngestConfig("table", "queue", Duration.ofMinutes(15), Duration.ofDays(365));

  private final List<NewChat> stored = new ArrayList<>();
  private final List<ChatRequest> queued = new ArrayList<>();

  @Test
  void anAcceptedRequestIsStoredAndQueuedAsItIsPromised() {
    RequestObject promised = accepted(submit(this::store, "{\"message\":\"Hi\"}"));
    ChatRequest request = stored.getFirst().request();
    assertThat(queued).containsExactly(request);
    assertThat(promised.status()).isEqualTo(Status.QUEUED);
    assertThat(promised.requestId()).isEqualTo(request.requestId());
    assertThat(promised.conversationId()).isEqualTo(request.conversationId());
    assertThat(promised.createdAt()).isEqualTo(NOW_MICROS).isEqualTo(request.acceptedAt());
    assertThat(promised.deadlineAt()).isEqualTo(NOW_MICROS.plus(Duration.ofMinutes(15)));
    assertThat(request.generation()).isZero();
    assertThat(request.role()).isEqualTo(Role.ADMIN);
    assertThat(stored.getFirst().opensConversation()).isTrue();
    assertThat(stored.getFirst().expiresAt()).isEqualTo(NOW_MICROS.plus(Duration.ofDays(365)));
  }

  @Test
  void aDeadlineOfTheClientsOwnIsKept() {
    String body = "{\"message\":\"Hi\",\"deadline_seconds\":30}";
    assertThat(accepted(submit(this::store, body)).deadlineAt())
        .isEqualTo(NOW_MICROS.plusSeconds(30));
  }

  @Test
  void nothingIsQueuedBeforeItIsStored() {
    submit(
        chat -> {
          assertThat(queued).isEmpty();
          return store(chat);
        },
        "{\"message\":\"Hi\"}");
    assertThat(queued).hasSize(1);
  }

  @Test
  void whatIsNotQueuedIsNotPromised() {
    SubmitChat submitChat = new SubmitChat(CONFIG, this::store, _ -> false, () -> NOW);
    assertThat(submitChat.submit(ANN, IN_CONVERSATION, Traceparent.ofHeader(null)))
        .isEqualTo(new SubmitVerdict.Unavailable());
    assertThat(stored).hasSize(1);
  }

  @Test
  void whatIsNotStoredIsNotQueued() {
    assertThat(submit(_ -> new StoreVerdict.Unavailable(), IN_CONVERSATION))
        .isEqualTo(new SubmitVerdict.Unavailable());
    assertThat(submit(_ -> new StoreVerdict.NoConversation(), IN_CONVERSATION))
        .isEqualTo(new SubmitVerdict.NoConversation());
    assertThat(queued).isEmpty();
  }

  @Test
  void aLateClockTakesTheTurnAfterTheConversationsLast() {
    Turn last = new Turn(NOW_MICROS.plusSeconds(5));
    accepted(submit(chat -> lateUnlessAfter(last, chat), IN_CONVERSATION));
    ChatRequest request = stored.getLast().request();
    assertThat(request.turn()).isEqualTo(Turn.next(NOW, last)).isGreaterThan(last);
    assertThat(request.acceptedAt()).isEqualTo(NOW_MICROS);
    assertThat(stored.stream().map(chat -> chat.request().requestId()).distinct()).hasSize(1);
  }

  @Test
  void aTurnThatIsAlwaysTakenIsGivenUp() {
    assertThat(
            submit(
                chat -> {
                  store(chat);
                  return new StoreVerdict.LateClock(chat.request().turn());
                },
                IN_CONVERSATION))
        .isEqualTo(new SubmitVerdict.Unavailable());
    assertThat(stored).hasSize(10);
    assertThat(queued).isEmpty();
  }

  private StoreVerdict lateUnlessAfter(Turn last, NewChat chat) {
    return chat.request().turn().compareTo(last) > 0
        ? store(chat)
        : new StoreVerdict.LateClock(last);
  }

  private StoreVerdict store(NewChat chat) {
    stored.add(chat);
    return new StoreVerdict.Stored();
  }

  private SubmitVerdict submit(ChatStore store, String body) {
    return new SubmitChat(CONFIG, store, queued::add, () -> NOW)
        .submit(ANN, body, Traceparent.ofHeader(null));
  }

  private static RequestObject accepted(SubmitVerdict verdict) {
    return switch (verdict) {
      case SubmitVerdict.Accepted(RequestObject request) -> request;
      case SubmitVerdict other -> throw new AssertionError(other);
    };
  }
}
