package navigator.persistence;

import java.time.Instant;
import java.util.stream.Stream;
import navigator.contracts.RequestId;

/** Where pending requests are found by their deadline. */
@FunctionalInterface
public interface OverdueIndex {

  /**
   * Requests of one shard whose deadline was before {@code cutoff}, the oldest first, read as they
   * are taken. Some may have ended since.
   */
  Stream<RequestId> overdue(int shard, Instant cutoff);
}
