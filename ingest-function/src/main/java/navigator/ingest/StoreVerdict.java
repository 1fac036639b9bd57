package navigator.ingest;

import navigator.contracts.Status;
import navigator.contracts.Turn;
import navigator.contracts.queue.ChatRequest;

/** What storing a request came to. */
public sealed interface StoreVerdict {

  /** All of it is stored. */
  record Stored() implements StoreVerdict {}

  /**
   * Nothing is stored: the request is there, from an earlier call with the same key and body.
   *
   * @param request as it was stored then, with the same text
   */
  record StoredBefore(ChatRequest request, Status status) implements StoreVerdict {}

  /** Nothing is stored: the key is that of a request with another body. */
  record KeyReused() implements StoreVerdict {}

  /** Nothing is stored: the conversation has a later turn than the clock would give. */
  record LateClock(Turn last) implements StoreVerdict {}

  /** Nothing is stored: there is no such conversation, or it is another's, or deleted. */
  record NoConversation() implements StoreVerdict {}

  /** The store did not say in time that it stored anything; later it may. */
  record Unavailable() implements StoreVerdict {}
}
