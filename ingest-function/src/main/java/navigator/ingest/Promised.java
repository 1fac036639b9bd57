package navigator.ingest;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.http.RequestObject;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of a request that was accepted, without anything that it wrote.
 *
 * @param estimatedWaitSeconds as it was then; null if nobody knew
 */
public record Promised(
    RequestId requestId,
    ConversationId conversationId,
    Instant createdAt,
    Instant deadlineAt,
    @Nullable Long estimatedWaitSeconds) {

  static Promised of(RequestObject request) {
    return new Promised(
        request.requestId(),
        request.conversationId(),
        request.createdAt(),
        request.deadlineAt(),
        request.estimatedWaitSeconds());
  }

  RequestObject toObject(String userId, Map<String, String> metadata) {
    return RequestObject.queued(requestId, conversationId, userId, createdAt, deadlineAt, metadata)
        .waiting(estimatedWaitSeconds);
  }
}
