package navigator.persistence;

import java.util.Optional;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.event.ChatOutcome;

/** Which outcomes a request may still take. */
final class Legality {

  private Legality() {}

  /**
   * Why the request must not take the outcome; empty if it may.
   *
   * @throws IllegalStateException if the outcome is of a generation that was never begun
   */
  static Optional<Verdict> refusal(StoredRequest request, ChatOutcome outcome) {
    if (outcome.generation() > request.generation()) {
      throw new IllegalStateException(
          "Request %s is in generation %d, its outcome in %d"
              .formatted(request.id(), request.generation(), outcome.generation()));
    }
    if (outcome.generation() < request.generation()) {
      return Optional.of(Verdict.SUPERSEDED);
    }
    if (request.erasedAt() != null) {
      return Optional.of(Verdict.ERASED);
    }
    return switch (request.status()) {
      case QUEUED, IN_PROGRESS -> Optional.empty();
      case CANCELLED -> Optional.of(Verdict.CANCELLED);
      case COMPLETED -> Optional.of(afterAnswer(outcome));
      case FALLBACK -> afterFallback(request, outcome);
    };
  }

  private static Verdict afterAnswer(ChatOutcome outcome) {
    return switch (outcome) {
      case ChatAnswered _ -> Verdict.ALREADY_PERSISTED;
      case ChatFellBack _ -> Verdict.SUPERSEDED;
    };
  }

  private static Optional<Verdict> afterFallback(StoredRequest request, ChatOutcome outcome) {
    return switch (outcome) {
      case ChatAnswered _ -> Optional.empty();
      // Pending after a fallback: a replay is under way, and this is how it ended.
      case ChatFellBack _ ->
          request.pending() ? Optional.empty() : Optional.of(Verdict.ALREADY_PERSISTED);
    };
  }
}
