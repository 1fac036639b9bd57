package navigator.ops;

import java.util.Optional;

/** The index of pending requests; it may be a moment behind them. Called by many threads. */
@FunctionalInterface
public interface PendingIndex {

  /** The one of a shard that is due first. */
  Optional<PendingRequest> firstDue(int shard);
}
