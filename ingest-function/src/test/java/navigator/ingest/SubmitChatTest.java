package navigator.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.http.Caller;
import navigator.contracts.http.RequestObject;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Keys;
import navigator.contracts.table.PaceSettings;
import navigator.ingest.limit.AcquirePermit;
import navigator.ingest.limit.InMemoryLimits;
import navigator.ingest.limit.RateLimitStatus;
import navigator.ingest.limit.UserLimits;
import navigator.ingest.load.Queueing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubmitChatTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00.123456789Z");
  private static final Instant NOW_MICROS = Instant.parse("2026-03-02T09:15:00.123456Z");
  private static final Caller ANN = new Caller("ann", "ann@example.org", Role.ADMIN);
  private static final String IN_CONVERSATION =
      "{\"message\":\"Hi\",\"conversation_id\":\"0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11\"}";
  private static final IdempotencyKey KEY = new IdempotencyKey("try-1");
  private static final UserLimits LIMITS = new UserLimits(30, 10);
  private static final PaceSettings PACE = new PaceSettings(Keys.quota("here", "sonnet"), 50, true);
  private static final IngestConfig CONFIG =
      new IngestConfig(
          "table",
          "idempotency",
          "queue",
          Duration.ofMinutes(15),
          LIMITS,
          PACE,
          Duration.ofDays(365));

  private final List<NewChat> stored = new ArrayList<>();
  private final List<ChatRequest> queued = new ArrayList<>();
  private final List<String> fingerprints = new ArrayList<>();
  private final List<Object> ends = new ArrayList<>();
  private KeyClaim claim = new KeyClaim.Begun(new Kept());
  private final AcquirePermit permits = new AcquirePermit(LIMITS, new InMemoryLimits(), () -> NOW);
  private boolean takesMessages = true;

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
    takesMessages = false;
    assertThat(submit(this::store, IN_CONVERSATION)).isEqualTo(new SubmitVerdict.Unavailable());
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

  @Test
  void whatIsPromisedUnderAKeyIsKept() {
    RequestObject promised = accepted(submit(this::store, "{\"message\":\"Hi\"}", KEY));
    assertThat(ends)
        .containsExactly(
            new Promised(
                promised.requestId(),
                promised.conversationId(),
                promised.createdAt(),
                promised.deadlineAt(),
                null));
    assertThat(promised.requestId()).isEqualTo(KEY.requestOf("ann"));
    assertThat(KEY.requestOf("bob")).isNotEqualTo(KEY.requestOf("ann"));
    assertThat(stored.getFirst().fingerprint()).isEqualTo(fingerprints.getFirst());
  }

  @Test
  void aKeyIsLeftToTheNextCallUnlessSomethingIsPromised() {
    takesMessages = false;
    submit(this::store, "{\"message\":\"Hi\"}", KEY);
    submit(_ -> new StoreVerdict.NoConversation(), IN_CONVERSATION, KEY);
    assertThatThrownBy(() -> submit(SubmitChatTest::broken, IN_CONVERSATION, KEY))
        .isInstanceOf(IllegalStateException.class);
    assertThat(ends).containsExactly("abandoned", "abandoned", "abandoned");
  }

  @Test
  void whatWasPromisedBeforeIsPromisedAgainAndNothingElseHappens() {
    RequestId id = RequestId.random();
    ConversationId conversation = ConversationId.random();
    claim = new KeyClaim.Done(new Promised(id, conversation, NOW, NOW.plusSeconds(30), null));
    SubmitVerdict verdict =
        submit(this::store, "{\"message\":\"Hi\",\"metadata\":{\"a\":\"b\"}}", KEY);
    assertThat(verdict)
        .isEqualTo(
            new SubmitVerdict.Accepted(
                RequestObject.queued(
                    id, conversation, "ann", NOW, NOW.plusSeconds(30), Map.of("a", "b")),
                true,
                new RateLimitStatus(LIMITS, 29, Duration.ofSeconds(2))));
    assertThat(stored).isEmpty();
    assertThat(queued).isEmpty();
  }

  @Test
  void nothingIsStoredWhileTheKeyIsAnothersOrNobodyKnowsWhose() {
    Map<KeyClaim, SubmitVerdict> verdicts =
        Map.of(
            new KeyClaim.InProgress(), new SubmitVerdict.InProgress(),
            new KeyClaim.KeyReused(), new SubmitVerdict.KeyReused(),
            new KeyClaim.Unavailable(), new SubmitVerdict.Unavailable());
    verdicts.forEach(
        (found, verdict) -> {
          claim = found;
          assertThat(submit(this::store, IN_CONVERSATION, KEY)).isEqualTo(verdict);
        });
    assertThat(stored).isEmpty();
  }

  @Test
  void aRequestThatWasStoredAndPerhapsNotSentIsSentAgainAsItWas() {
    accepted(submit(this::store, "{\"message\":\"Hi\"}", KEY));
    ChatRequest first = queued.getFirst();
    SubmitVerdict verdict =
        submit(
            _ -> new StoreVerdict.StoredBefore(first, Status.QUEUED), "{\"message\":\"Hi\"}", KEY);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            SubmitVerdict.Accepted.class, again -> assertThat(again.replayed()).isTrue());
    assertThat(queued).containsExactly(first, first);
  }

  @Test
  void aRequestThatAWorkerHasIsNotSentAgain() {
    accepted(submit(this::store, "{\"message\":\"Hi\"}", KEY));
    ChatRequest first = queued.getFirst();
    for (Status status : List.of(Status.IN_PROGRESS, Status.COMPLETED, Status.CANCELLED)) {
      submit(_ -> new StoreVerdict.StoredBefore(first, status), "{\"message\":\"Hi\"}", KEY);
    }
    assertThat(queued).hasSize(1);
  }

  @Test
  void bodiesThatMeanTheSameHaveTheSameFingerprint() {
    submit(this::store, "{\"message\":\"Hi\",\"metadata\":{\"a\":\"1\",\"b\":\"2\"}}", KEY);
    submit(this::store, "{\"metadata\":{\"b\":\"2\",\"a\":\"1\"}, \"message\":\" Hi \"}", KEY);
    submit(this::store, "{\"message\":\"Hi\"}", KEY);
    assertThat(fingerprints.get(1)).isEqualTo(fingerprints.getFirst());
    assertThat(fingerprints.get(2)).isNotEqualTo(fingerprints.getFirst());
  }

  private static StoreVerdict broken(NewChat chat) {
    throw new IllegalStateException("The table is broken");
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
    return submit(store, body, null);
  }

  private SubmitVerdict submit(ChatStore store, String body, @Nullable IdempotencyKey key) {
    AdmitRequest requests = new AdmitRequest(CONFIG, store, this::offer, () -> NOW);
    return new SubmitChat(admission(), this::begin, requests)
        .submit(new SubmitCall(ANN, body, Traceparent.ofHeader(null), key, Duration.ofSeconds(15)));
  }

  private AdmissionControl admission() {
    Queueing queueing = new Queueing(OptionalLong::empty, Optional::empty, PACE, () -> NOW);
    return new AdmissionControl(queueing, permits, _ -> true, CONFIG.defaultDeadline());
  }

  private KeyClaim begin(
      String userId, IdempotencyKey key, String fingerprint, Duration remaining) {
    fingerprints.add(fingerprint);
    return claim;
  }

  private boolean offer(ChatRequest request) {
    return takesMessages && queued.add(request);
  }

  private final class Kept implements KeyClaim.Execution {

    @Override
    public void succeed(Promised promised) {
      ends.add(promised);
    }

    @Override
    public void abandon() {
      ends.add("abandoned");
    }
  }

  private static RequestObject accepted(SubmitVerdict verdict) {
    return switch (verdict) {
      case SubmitVerdict.Accepted(RequestObject request, boolean _, var _) -> request;
      case SubmitVerdict other -> throw new AssertionError(other);
    };
  }
}
