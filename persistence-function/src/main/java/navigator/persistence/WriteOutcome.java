package navigator.persistence;

import static navigator.contracts.log.StateChange.IGNORED;
import static navigator.contracts.log.StateChange.PERSISTED;

import java.time.InstantSource;
import java.util.Optional;
import navigator.contracts.SchemaVersion;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.log.StateChange;
import navigator.contracts.log.StateLog;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Gives a request its outcome, once: duplicated, reversed and late outcomes are told apart and
 * change nothing, save that a real answer supersedes a fallback. Safe for use by many threads.
 */
public final class WriteOutcome {

  /** Changes met in a row; a request has fewer in its life, save for deliveries that come back. */
  private static final int MAX_CHANGES = 10;

  private static final StateLog LOG = StateLog.of(WriteOutcome.class);
  private static final MetricLog METRICS = MetricLog.of(WriteOutcome.class);

  private final RequestReader requests;
  private final MessageReader messages;
  private final OutcomeStore store;
  private final InstantSource clock;

  public WriteOutcome(
      RequestReader requests, MessageReader messages, OutcomeStore store, InstantSource clock) {
    this.requests = requests;
    this.messages = messages;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Writes the outcome if it is legal.
   *
   * @throws IllegalStateException if the request changes faster than it can be written
   */
  public Verdict write(ChatOutcome outcome) {
    Verdict verdict = attempt(outcome);
    log(outcome, verdict);
    if (verdict == Verdict.PERSISTED) {
      count(outcome);
    }
    return verdict;
  }

  private Verdict attempt(ChatOutcome outcome) {
    StoredRequest request = requests.find(outcome.requestId()).orElse(null);
    for (int changes = 0; changes < MAX_CHANGES; changes++) {
      if (request == null) {
        return Verdict.UNKNOWN;
      }
      Optional<Verdict> refusal = Legality.refusal(request, outcome);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      switch (store.commit(toWrite(request, outcome))) {
        case CommitVerdict.Committed _ -> {
          return Verdict.PERSISTED;
        }
        case CommitVerdict.Changed(StoredRequest now) -> request = now;
      }
    }
    throw new IllegalStateException("Request " + outcome.requestId() + " does not stand still");
  }

  private OutcomeWrite toWrite(StoredRequest request, ChatOutcome outcome) {
    return new OutcomeWrite(
        request,
        outcome,
        request.notBefore(clock.instant()),
        switch (outcome) {
          case ChatAnswered _ -> null;
          case ChatFellBack _ -> original(request);
        });
  }

  private @Nullable ChatRequest original(StoredRequest request) {
    return messages
        .find(Keys.userMessage(request.conversation(), request.turn()))
        .map(message -> original(request, message.text()))
        .orElse(null);
  }

  private static ChatRequest original(StoredRequest request, String message) {
    return new ChatRequest(
        SchemaVersion.CURRENT,
        request.id(),
        request.conversation(),
        request.userId(),
        request.role(),
        message,
        request.turn(),
        request.createdAt(),
        request.deadlineAt(),
        request.generation(),
        request.traceparent());
  }

  private static void log(ChatOutcome outcome, Verdict verdict) {
    StateChange change = verdict == Verdict.PERSISTED ? PERSISTED : IGNORED;
    StateLog.Line line =
        LOG.info(change, outcome.requestId())
            .conversation(outcome.conversationId())
            .generation(outcome.generation())
            .trace(outcome.traceparent());
    switch (outcome) {
      case ChatAnswered answered -> line.attempt(answered.attempts());
      case ChatFellBack fellBack ->
          line.attempt(fellBack.failure().attempts()).code(fellBack.failure().code());
    }
    line.outcome(verdict == Verdict.PERSISTED ? outcomeWord(outcome) : verdict.wireName()).write();
  }

  private static void count(ChatOutcome outcome) {
    switch (outcome) {
      case ChatAnswered answered -> METRICS.answered(answered.requestId());
      case ChatFellBack fellBack ->
          METRICS.fellBack(fellBack.requestId(), fellBack.failure().code());
    }
  }

  private static String outcomeWord(ChatOutcome outcome) {
    return switch (outcome) {
      case ChatAnswered _ -> "completed";
      case ChatFellBack _ -> "fallback";
    };
  }
}
