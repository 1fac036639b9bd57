package navigator.inference;

import navigator.contracts.queue.ChatRequest;

/** Asks a model about a claimed request, as often as there is time and reason to. */
@FunctionalInterface
public interface ConcludeRequest {

  /**
   * Where the attempts lead.
   *
   * @param past what the request has behind it
   * @param receiveCount of this delivery, from 1
   */
  Conclusion conclude(
      ChatRequest request, Prompt prompt, Progress past, int receiveCount, Invocation invocation);
}
