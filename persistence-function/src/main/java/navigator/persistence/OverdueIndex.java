package navigator.persistence;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.contracts.RequestId;

/** Where pending requests are found by their deadline. Some may have ended since. */
public interface OverdueIndex {

  /**
   * Requests of one shard whose deadline was before {@code cutoff}, the oldest first, read as they
   * are taken.
   */
  Stream<RequestId> overdue(int shard, Instant cutoff);

  /** The request of one shard that has the earliest deadline, passed or not. */
  Optional<OldestPending> oldest(int shard);
}
