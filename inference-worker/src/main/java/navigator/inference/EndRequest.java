package navigator.inference;

import static navigator.contracts.log.StateChange.DEAD_LETTERED;
import static navigator.contracts.log.StateChange.DROPPED;
import static navigator.contracts.log.StateChange.OUTCOME_STORED;
import static navigator.contracts.log.StateChange.PUBLISHED;

import java.time.Instant;
import java.time.InstantSource;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.metric.UnobservedCall;
import navigator.contracts.queue.Failure;

/**
 * Ends a request: stores its outcome first, then announces what is stored; an answer on the bus, a
 * failure in the dead-letter queue. Safe for use by many threads.
 */
public final class EndRequest {

  private static final RequestLog LOG = new RequestLog(EndRequest.class);
  private static final MetricLog METRICS = MetricLog.of(EndRequest.class);

  private final StoreOutcome outcomes;
  private final PublishOutcome bus;
  private final SendDeadLetter deadLetters;
  private final String model;
  private final InstantSource clock;

  /**
   * An end with its stages in order.
   *
   * @param model the id of the model that is asked
   */
  public EndRequest(
      StoreOutcome outcomes,
      PublishOutcome bus,
      SendDeadLetter deadLetters,
      String model,
      InstantSource clock) {
    this.outcomes = outcomes;
    this.bus = bus;
    this.deadLetters = deadLetters;
    this.model = model;
    this.clock = clock;
  }

  Verdict answered(Delivery delivery, RequestFacts request, Conclusion.Answered conclusion) {
    ModelResult.Answer answer = conclusion.answer();
    int attempts = conclusion.progress().attempts();
    return end(
        delivery,
        request,
        new Outcome.Answered(
            answer.text(),
            answer.model(),
            answer.stopReason(),
            answer.usage(),
            attempts,
            IsoMicros.truncate(clock.instant())));
  }

  Verdict failed(Delivery delivery, RequestFacts request, Failure failure) {
    return end(delivery, request, new Outcome.Failed(failure, model, clock.instant()));
  }

  Verdict crashed(Delivery delivery, RequestFacts request, Progress progress) {
    Instant now = clock.instant();
    String detail = "The worker's process died too often while it worked on the request.";
    return failed(delivery, request, progress.failure(ErrorCode.CRASHED, detail, now));
  }

  /** Announces an outcome that is stored. */
  Verdict announce(Delivery delivery, RequestFacts request, Outcome stored) {
    switch (stored) {
      case Outcome.Answered answered -> {
        bus.publish(OutcomeEvents.of(request, answered));
        LOG.info(PUBLISHED, request).attempt(stored.attempts()).outcome("answered").write();
      }
      case Outcome.Failed(Failure failure, String _, Instant _) -> {
        deadLetters.send(delivery, failure);
        LOG.warn(DEAD_LETTERED, request)
            .attempt(stored.attempts())
            .outcome("failed")
            .code(failure.code())
            .write();
        METRICS.deadLettered(request.requestId(), failure.code());
      }
    }
    return new Verdict.Finished();
  }

  private Verdict end(Delivery delivery, RequestFacts request, Outcome outcome) {
    return switch (stored(request, outcome)) {
      case Stored.First(Outcome stored) -> {
        LOG.info(OUTCOME_STORED, request).attempt(stored.attempts()).outcome(kind(stored)).write();
        yield announce(delivery, request, stored);
      }
      case Stored.Already(Outcome stored) -> {
        if (!stored.equals(outcome)) {
          countDiscarded(request.requestId(), outcome);
        }
        yield announce(delivery, request, stored);
      }
      case Stored.Refused _ -> {
        LOG.info(DROPPED, request).attempt(outcome.attempts()).outcome("not_wanted").write();
        countDiscarded(request.requestId(), outcome);
        yield new Verdict.Finished();
      }
    };
  }

  private Stored stored(RequestFacts request, Outcome outcome) {
    try {
      return outcomes.store(request, outcome);
    } catch (RuntimeException e) {
      if (outcome instanceof Outcome.Answered) {
        METRICS.unobserved(request.requestId(), UnobservedCall.LOST_STORE);
      }
      throw e;
    }
  }

  private static void countDiscarded(RequestId request, Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      METRICS.discarded(request, answered.usage());
    }
  }

  private static String kind(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered _ -> "answered";
      case Outcome.Failed _ -> "failed";
    };
  }
}
