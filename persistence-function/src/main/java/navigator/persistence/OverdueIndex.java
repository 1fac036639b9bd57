package navigator.persistence;

import java.time.Instant;
import java.util.List;
import navigator.contracts.RequestId;

/** Where pending requests are found by their deadline. */
@FunctionalInterface
public interface OverdueIndex {

  /**
   * Requests of one shard whose deadline was before {@code cutoff}, the oldest first. Some may have
   * ended since.
   */
  List<RequestId> overdue(int shard, Instant cutoff, int limit);
}
