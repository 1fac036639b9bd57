package navigator.contracts.queue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;

/**
 * The body of a message in the request queue: one question to be answered.
 *
 * @param generation 0, and one more for each replay
 */
public record ChatRequest(
    int schemaVersion,
    RequestId requestId,
    ConversationId conversationId,
    String userId,
    Role role,
    String message,
    Turn turn,
    Instant acceptedAt,
    Instant deadlineAt,
    int generation,
    Traceparent traceparent) {

  /**
   * Checks that nothing is missing.
   *
   * @throws NullPointerException if a field is missing, naming it
   * @throws IllegalArgumentException if the schema version is unknown or the generation negative
   */
  public ChatRequest {
    SchemaVersion.requireKnown(schemaVersion);
    requireNonNull(requestId, "request_id is missing");
    requireNonNull(conversationId, "conversation_id is missing");
    requireNonNull(userId, "user_id is missing");
    requireNonNull(role, "role is missing");
    requireNonNull(message, "message is missing");
    requireNonNull(turn, "turn is missing");
    requireNonNull(acceptedAt, "accepted_at is missing");
    requireNonNull(deadlineAt, "deadline_at is missing");
    requireNonNull(traceparent, "traceparent is missing");
    if (generation < 0) {
      throw new IllegalArgumentException("generation is negative");
    }
  }

  /** What SQS recognises a second send of the same generation by. */
  public String deduplicationId() {
    return requestId + "#" + generation;
  }
}
