package navigator.ingest;

import java.time.Instant;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.http.RequestObject;

/** What a client is told of a request that was accepted, without anything that it wrote. */
public record Promised(
    RequestId requestId, ConversationId conversationId, Instant createdAt, Instant deadlineAt) {

  RequestObject toObject(String userId, Map<String, String> metadata) {
    return RequestObject.queued(requestId, conversationId, userId, createdAt, deadlineAt, metadata);
  }
}
