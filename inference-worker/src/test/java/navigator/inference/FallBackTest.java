package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.metric.Metric;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.MessageAttribute;
import navigator.contracts.reply.FallbackReply;
import navigator.contracts.testing.CapturedLog;
import org.junit.jupiter.api.Test;

class FallBackTest {

  private final Map<RequestId, StoredRequest> table = new HashMap<>();
  private final List<Outcome> stored = new ArrayList<>();
  private final List<ChatOutcome> published = new ArrayList<>();
  private final List<Delivery> kept = new ArrayList<>();
  private final VirtualClock clock = VirtualClock.atAcceptance();
  private final ChatRequest request = Samples.request();
  private boolean busFails;
  private Runnable whenKept = () -> {};

  @Test
  void tellsTheStoredFailureWithTheReplyOfTheRole() {
    table(true, Map.of(0, Samples.failed(ErrorCode.ACCESS_DENIED)));

    fallBack(Samples.delivery(request));

    assertThat(published)
        .singleElement()
        .isInstanceOfSatisfying(
            ChatFellBack.class,
            event -> {
              assertThat(event.reply()).isEqualTo(FallbackReply.of(request.role()));
              assertThat(event.failure().code()).isEqualTo(ErrorCode.ACCESS_DENIED);
              assertThat(event.model()).isEqualTo(Samples.MODEL);
            });
    assertThat(stored).isEmpty();
  }

  @Test
  void publishesAnAnswerThatWasStoredBeforeSqsGaveTheMessageUp() {
    table(true, Map.of(0, Samples.answered("The answer.")));

    fallBack(Samples.delivery(request));

    assertThat(published).singleElement().isInstanceOf(ChatAnswered.class);
  }

  @Test
  void storesTheFailureOfAMessageThatSqsMovedBeforeItTellsIt() {
    table(true, Map.of());

    fallBack(Samples.delivery(request));

    assertThat(stored).singleElement().isInstanceOf(Outcome.Failed.class);
    assertThat(fellBack().failure().code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(fellBack().failure().detail()).contains("too many receives");
  }

  @Test
  void takesTheFailureFromTheAttributesIfNothingIsStored() {
    table(true, Map.of());

    fallBack(letter("no JSON", failure("model_timeout", "3")));

    assertThat(fellBack().failure().code()).isEqualTo(ErrorCode.MODEL_TIMEOUT);
    assertThat(fellBack().failure().attempts()).isEqualTo(3);
    assertThat(fellBack().failure().firstAt()).isEqualTo(Samples.ACCEPTED);
  }

  @Test
  void anAttributeThatMakesNoSenseCountsAsNone() {
    table(true, Map.of());

    fallBack(letter("no JSON", failure("model_timeout", "many")));

    assertThat(fellBack().failure().code()).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void aFailureThatBreaksTheContractCountsAsNone() {
    for (Map<String, String> attributes :
        List.of(
            failure("model_timeout", "-1"),
            without(MessageAttribute.ERROR_DETAIL),
            without(MessageAttribute.LAST_FAILURE_AT))) {
      published.clear();
      table(true, Map.of());

      fallBack(letter("no JSON", attributes));

      assertThat(fellBack().failure().code()).isEqualTo(ErrorCode.INTERNAL);
    }
  }

  @Test
  void keepsWhatNamesNoRequest() {
    Delivery nameless = Samples.delivery("no JSON", Map.of());

    try (CapturedLog log = CapturedLog.start()) {
      assertThat(fallBack(nameless)).isEmpty();
      assertThat(log.total(Metric.UNREADABLE_MESSAGES)).isOne();
    }
    assertThat(kept).containsExactly(nameless);
  }

  @Test
  void countsAsADeadLetterWhatSqsGaveUpAndNotAgainWhatTheWorkerDid() {
    table(true, Map.of());
    try (CapturedLog log = CapturedLog.start()) {
      fallBack(letter("no JSON", failure("model_timeout", "3")));
      assertThat(log.total(Metric.DEAD_LETTERS)).isZero();

      fallBack(Samples.delivery(request));
      assertThat(log.total(Metric.DEAD_LETTERS)).isOne();
    }
  }

  @Test
  void dropsWhatIsUnknownEndedOrSuperseded() {
    assertThat(fallBack(Samples.delivery(request))).isEmpty();

    table(false, Map.of());
    assertThat(fallBack(Samples.delivery(request))).isEmpty();

    table.put(request.requestId(), later());
    assertThat(fallBack(Samples.delivery(request))).isEmpty();

    assertThat(published).isEmpty();
    assertThat(stored).isEmpty();
  }

  @Test
  void aLetterThatFailsHoldsBackThoseOfItsConversationOnly() {
    ChatRequest next = Samples.request(request.conversationId(), Samples.ACCEPTED.plusSeconds(5));
    Delivery unrelated = Samples.delivery("no JSON", Map.of());
    table(true, Map.of());
    busFails = true;

    List<Delivery> failed;
    try (CapturedLog log = CapturedLog.start()) {
      failed = fallBack(Samples.delivery(request), Samples.delivery(next), unrelated);
      assertThat(log.total(Metric.FAULTS)).isOne();
    }

    assertThat(failed)
        .extracting(Delivery::group)
        .containsExactly(request.conversationId().value(), request.conversationId().value());
  }

  @Test
  void startsNoLetterThatItMayNotFinish() {
    table(true, Map.of());
    Delivery slow = Samples.delivery("no JSON", Map.of());
    Delivery late = Samples.delivery(request);
    whenKept = () -> clock.advance(Duration.ofSeconds(49));

    assertThat(fallBack(slow, late)).containsExactly(late);
    assertThat(published).isEmpty();
  }

  private List<Delivery> fallBack(Delivery... letters) {
    FallBack fallBack =
        new FallBack(
            id -> Optional.ofNullable(table.get(id)),
            (_, outcome) -> store(outcome),
            this::publish,
            this::keep,
            Samples.MODEL,
            clock);
    return new FallBackBatch(fallBack, Duration.ofSeconds(12), clock)
        .fallBack(List.of(letters), Duration.ofMinutes(1));
  }

  private void keep(Delivery letter) {
    kept.add(letter);
    whenKept.run();
  }

  private Stored store(Outcome outcome) {
    stored.add(outcome);
    return new Stored.First(outcome);
  }

  private void publish(ChatOutcome outcome) {
    if (busFails) {
      throw new UncheckedIOException(new IOException("The bus refused the event"));
    }
    published.add(outcome);
  }

  private ChatFellBack fellBack() {
    assertThat(published).singleElement().isInstanceOf(ChatFellBack.class);
    return (ChatFellBack) published.getFirst();
  }

  private void table(boolean pending, Map<Integer, Outcome> outcomes) {
    RequestFacts facts = RequestFacts.of(request);
    table.put(request.requestId(), new StoredRequest(facts, pending, Progress.NONE, outcomes));
  }

  private StoredRequest later() {
    RequestFacts facts =
        new RequestFacts(
            request.requestId(),
            request.conversationId(),
            request.userId(),
            request.role(),
            request.turn(),
            1,
            request.traceparent());
    return new StoredRequest(facts, true, Progress.NONE, Map.of());
  }

  private Map<String, String> without(String attribute) {
    Map<String, String> attributes = new HashMap<>(failure("model_timeout", "3"));
    attributes.remove(attribute);
    return attributes;
  }

  private Map<String, String> failure(String code, String attempts) {
    return Map.of(
        MessageAttribute.REQUEST_ID,
        request.requestId().value(),
        MessageAttribute.ERROR_CODE,
        code,
        MessageAttribute.ERROR_DETAIL,
        "It went wrong.",
        MessageAttribute.ATTEMPTS,
        attempts,
        MessageAttribute.FIRST_FAILURE_AT,
        IsoMicros.format(Samples.ACCEPTED),
        MessageAttribute.LAST_FAILURE_AT,
        IsoMicros.format(Samples.ACCEPTED));
  }

  private static Delivery letter(String body, Map<String, String> attributes) {
    return Samples.delivery(body, attributes);
  }
}
