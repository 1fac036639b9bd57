package navigator.inference;

import static navigator.contracts.log.StateChange.DROPPED;
import static navigator.contracts.log.StateChange.FELL_BACK;
import static navigator.contracts.log.StateChange.OUTCOME_STORED;
import static navigator.contracts.log.StateChange.PUBLISHED;

import java.time.InstantSource;
import java.util.Optional;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.log.StateLog;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.Failure;
import navigator.contracts.wire.Read;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the fallback reply to the request behind a dead letter, or the answer if one is stored.
 * Safe for use by many threads.
 */
public final class FallBack {

  private static final RequestLog LOG = new RequestLog(FallBack.class);
  private static final StateLog BY_ID = StateLog.of(FallBack.class);
  private static final MetricLog METRICS = MetricLog.of(FallBack.class);
  private static final Logger NAMELESS = LoggerFactory.getLogger(FallBack.class);

  private final ReadRequest requests;
  private final StoreOutcome outcomes;
  private final PublishOutcome bus;
  private final StoreUnreadable unreadables;
  private final String model;
  private final InstantSource clock;

  /**
   * A fallback with its stages in order.
   *
   * @param model the id of the model that was asked
   */
  public FallBack(
      ReadRequest requests,
      StoreOutcome outcomes,
      PublishOutcome bus,
      StoreUnreadable unreadables,
      String model,
      InstantSource clock) {
    this.requests = requests;
    this.outcomes = outcomes;
    this.bus = bus;
    this.unreadables = unreadables;
    this.model = model;
    this.clock = clock;
  }

  /** Ends what {@code letter} is about. */
  void fallBack(Delivery letter) {
    letter.requestId().ifPresentOrElse(id -> fallBack(letter, id), () -> keep(letter));
  }

  private void fallBack(Delivery letter, RequestId id) {
    Optional<StoredRequest> found = requests.read(id);
    if (found.isEmpty()) {
      BY_ID.warn(DROPPED, id).outcome("unknown").write();
      return;
    }
    StoredRequest request = found.get();
    if (generation(letter, request) != request.facts().generation()) {
      LOG.info(DROPPED, request.facts()).outcome("superseded").write();
    } else if (request.outcome().isPresent()) {
      publish(request.facts(), request.outcome().get());
    } else if (request.pending()) {
      storeAndPublish(letter, request);
    } else {
      LOG.info(DROPPED, request.facts()).outcome("ended").write();
    }
  }

  // SQS may move a message that no worker has given up: its outcome is stored first, as always.
  private void storeAndPublish(Delivery letter, StoredRequest request) {
    Failure failure = DeadLetterFailure.of(letter, request.progress(), clock.instant());
    if (!DeadLetterFailure.isCarriedBy(letter)) {
      METRICS.deadLettered(request.facts().requestId(), failure.code());
    }
    Outcome outcome = new Outcome.Failed(failure, model, clock.instant());
    switch (outcomes.store(request.facts(), outcome)) {
      case Stored.First(Outcome stored) -> {
        LOG.info(OUTCOME_STORED, request.facts())
            .attempt(stored.attempts())
            .outcome("failed")
            .write();
        publish(request.facts(), stored);
      }
      case Stored.Already(Outcome stored) -> publish(request.facts(), stored);
      case Stored.Refused _ -> LOG.info(DROPPED, request.facts()).outcome("not_wanted").write();
    }
  }

  private void publish(RequestFacts request, Outcome outcome) {
    bus.publish(OutcomeEvents.of(request, outcome));
    switch (outcome) {
      case Outcome.Answered answered ->
          LOG.info(PUBLISHED, request).attempt(answered.attempts()).outcome("answered").write();
      case Outcome.Failed failed -> {
        ErrorCode code = failed.failure().code();
        LOG.warn(FELL_BACK, request)
            .attempt(failed.attempts())
            .outcome("fallback")
            .code(code)
            .write();
      }
    }
  }

  private void keep(Delivery letter) {
    unreadables.store(letter);
    NAMELESS.atError().addKeyValue("message_id", letter.messageId()).log("dead_letter.unreadable");
    METRICS.unreadable(FunctionName.DEAD_LETTER);
  }

  private static int generation(Delivery letter, StoredRequest request) {
    return switch (letter.content()) {
      case Read.Valid(ChatRequest body) -> body.generation();
      case Read.Invalid<ChatRequest> _ -> request.facts().generation();
    };
  }
}
