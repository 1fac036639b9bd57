package navigator.inference;

import navigator.contracts.SchemaVersion;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.reply.FallbackReply;

/** The events that tell a stored outcome. */
public final class OutcomeEvents {

  private OutcomeEvents() {}

  /** The event of one generation's outcome. */
  public static ChatOutcome of(RequestFacts request, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> answered(request, answered);
      case Outcome.Failed failed -> fellBack(request, failed);
    };
  }

  private static ChatAnswered answered(RequestFacts request, Outcome.Answered outcome) {
    return new ChatAnswered(
        SchemaVersion.CURRENT,
        request.requestId(),
        request.conversationId(),
        request.userId(),
        request.generation(),
        request.turn(),
        outcome.reply(),
        outcome.model(),
        outcome.stopReason(),
        outcome.usage(),
        outcome.attempts(),
        outcome.storedAt(),
        request.traceparent());
  }

  private static ChatFellBack fellBack(RequestFacts request, Outcome.Failed outcome) {
    return new ChatFellBack(
        SchemaVersion.CURRENT,
        request.requestId(),
        request.conversationId(),
        request.userId(),
        request.role(),
        request.generation(),
        request.turn(),
        FallbackReply.of(request.role()),
        outcome.model(),
        outcome.failure(),
        outcome.storedAt(),
        request.traceparent());
  }
}
