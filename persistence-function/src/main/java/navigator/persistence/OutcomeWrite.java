package navigator.persistence;

import java.time.Instant;
import navigator.contracts.Status;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.event.ChatOutcome;
import navigator.contracts.queue.ChatRequest;
import org.jspecify.annotations.Nullable;

/**
 * An outcome about to be written over a request.
 *
 * @param seen the request that it is legal for
 * @param at when the request gets its new status; never before its last
 * @param original what was queued, for a dead letter; null for an answer, and if its text is gone
 */
public record OutcomeWrite(
    StoredRequest seen, ChatOutcome outcome, Instant at, @Nullable ChatRequest original) {

  /** The status that the request gets. */
  public Status status() {
    return switch (outcome) {
      case ChatAnswered _ -> Status.COMPLETED;
      case ChatFellBack _ -> Status.FALLBACK;
    };
  }
}
