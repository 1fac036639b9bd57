package navigator.inference;

import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;

/** One generation of a request without its text: what an outcome is about. */
public record RequestFacts(
    RequestId requestId,
    ConversationId conversationId,
    String userId,
    Role role,
    Turn turn,
    int generation,
    Traceparent traceparent) {

  /** The facts of a queued request. */
  public static RequestFacts of(ChatRequest request) {
    return new RequestFacts(
        request.requestId(),
        request.conversationId(),
        request.userId(),
        request.role(),
        request.turn(),
        request.generation(),
        request.traceparent());
  }
}
