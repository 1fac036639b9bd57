package navigator.ops;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups dead letters by how they failed, the largest group first; only their index is read, all
 * partitions at once. Safe for use by many threads.
 */
public final class GroupLetters {

  /** About as many as one query of the index can read. */
  private static final int READS = 2_000;

  private final LetterIndex index;

  public GroupLetters(LetterIndex index) {
    this.index = index;
  }

  /** The groups of all letters that the query asks for. */
  public List<LetterGroup> group(LetterQuery query) throws InterruptedException {
    Map<LetterGroup.Kind, LetterGroup> all = new HashMap<>();
    AtOnce.each(query.partitions(), partition -> groups(partition, query.filter()))
        .forEach(
            groups -> groups.forEach((kind, group) -> all.merge(kind, group, LetterGroup::and)));
    return all.values().stream()
        .sorted(
            Comparator.comparingLong(LetterGroup::count)
                .thenComparing(LetterGroup::lastSeen)
                .reversed())
        .toList();
  }

  private Map<LetterGroup.Kind, LetterGroup> groups(
      LetterQuery.Partition partition, LetterFilter filter) {
    Map<LetterGroup.Kind, LetterGroup> groups = new HashMap<>();
    @Nullable String position = null;
    do {
      Slice<LetterSummary> slice =
          index.read(partition.state(), partition.shard(), filter, position, READS);
      slice
          .items()
          .forEach(
              letter ->
                  groups.merge(
                      LetterGroup.Kind.of(letter), LetterGroup.of(letter), LetterGroup::and));
      position = slice.next();
    } while (position != null);
    return groups;
  }
}
