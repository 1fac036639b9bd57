package navigator.ops;

import navigator.contracts.table.DeadLetterState;
import org.jspecify.annotations.Nullable;

/** The index of dead letters; it may be a moment behind them. Called by many threads. */
@FunctionalInterface
public interface LetterIndex {

  /**
   * Those of a partition's next letters that the filter lets through, the newest first.
   *
   * @param before the position to read on from, which is itself not read again; null for the
   *     beginning
   * @param reads about how many letters are read at most, those included that the filter holds back
   */
  Slice<LetterSummary> read(
      DeadLetterState state, int shard, LetterFilter filter, @Nullable String before, int reads);
}
