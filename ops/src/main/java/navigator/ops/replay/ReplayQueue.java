package navigator.ops.replay;

import java.util.List;
import java.util.Set;
import navigator.contracts.RequestId;
import navigator.contracts.queue.ChatRequest;

/** The queue that the workers read. */
@FunctionalInterface
public interface ReplayQueue {

  /**
   * Sends the requests in their order, {@link Pace#MOST_AT_ONCE} at most.
   *
   * @return those that the queue took; of the others it is not known
   */
  Set<RequestId> send(List<ChatRequest> requests);
}
