package navigator.ingest;

import navigator.contracts.queue.ChatRequest;

/** Where requests wait for a worker. */
@FunctionalInterface
public interface RequestQueue {

  /** Adds a request, unless the queue cannot take it now; says which. */
  boolean offer(ChatRequest request);
}
