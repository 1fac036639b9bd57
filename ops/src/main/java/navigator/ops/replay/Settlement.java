package navigator.ops.replay;

import java.util.List;

/**
 * How some of a replay's entries ended.
 *
 * @param ended with the entries as they were
 * @param settledUpTo the position of the first entry that may still be outstanding
 * @param recent with those of {@code ended}
 */
public record Settlement(List<End> ended, String settledUpTo, RecentEnds recent) {

  public Settlement {
    ended = List.copyOf(ended);
  }

  /** An entry before and after its end. */
  public record End(Entry before, Entry after) {}
}
