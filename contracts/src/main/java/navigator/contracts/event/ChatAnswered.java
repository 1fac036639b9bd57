package navigator.contracts.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.SchemaVersion;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.Usage;

/**
 * The model answered.
 *
 * @param model the id of the model or inference profile that answered
 * @param stopReason Bedrock's; {@code max_tokens} means that the reply is truncated
 * @param attempts model calls that count, this one included; throttled ones do not
 */
public record ChatAnswered(
    int schemaVersion,
    RequestId requestId,
    ConversationId conversationId,
    String userId,
    int generation,
    Turn turn,
    String reply,
    String model,
    String stopReason,
    Usage usage,
    int attempts,
    Instant answeredAt,
    Traceparent traceparent)
    implements ChatOutcome {

  /**
   * Checks that nothing is missing.
   *
   * @throws NullPointerException if a field is missing, naming it
   * @throws IllegalArgumentException if the schema version is unknown
   */
  public ChatAnswered {
    SchemaVersion.requireKnown(schemaVersion);
    requireNonNull(requestId, "request_id is missing");
    requireNonNull(conversationId, "conversation_id is missing");
    requireNonNull(userId, "user_id is missing");
    requireNonNull(turn, "turn is missing");
    requireNonNull(reply, "reply is missing");
    requireNonNull(model, "model is missing");
    requireNonNull(stopReason, "stop_reason is missing");
    requireNonNull(usage, "usage is missing");
    requireNonNull(answeredAt, "answered_at is missing");
    requireNonNull(traceparent, "traceparent is missing");
  }
}
