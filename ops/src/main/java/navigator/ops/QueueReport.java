package navigator.ops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a stack.
 *
 * @param pending the request that has been waiting longest, of those that are due first; null if
 *     none waits
 */
public record QueueReport(List<QueueDepth> queues, @Nullable PendingRequest pending) {

  public QueueReport {
    queues = List.copyOf(queues);
  }
}
