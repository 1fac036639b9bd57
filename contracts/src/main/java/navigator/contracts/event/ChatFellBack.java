package navigator.contracts.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.queue.Failure;

/**
 * The model did not answer; the person gets the fallback reply of their role.
 *
 * @param model the id of the model or inference profile that was asked
 */
public record ChatFellBack(
    int schemaVersion,
    RequestId requestId,
    ConversationId conversationId,
    String userId,
    Role role,
    int generation,
    Turn turn,
    String reply,
    String model,
    Failure failure,
    Instant fellBackAt,
    Traceparent traceparent)
    implements ChatOutcome {

  /**
   * Checks that nothing is missing.
   *
   * @throws NullPointerException if a field is missing, naming it
   * @throws IllegalArgumentException if the schema version is unknown
   */
  public ChatFellBack {
    SchemaVersion.requireKnown(schemaVersion);
    requireNonNull(requestId, "request_id is missing");
    requireNonNull(conversationId, "conversation_id is missing");
    requireNonNull(userId, "user_id is missing");
    requireNonNull(role, "role is missing");
    requireNonNull(turn, "turn is missing");
    requireNonNull(reply, "reply is missing");
    requireNonNull(model, "model is missing");
    requireNonNull(failure, "failure is missing");
    requireNonNull(fellBackAt, "fell_back_at is missing");
    requireNonNull(traceparent, "traceparent is missing");
  }
}
