package navigator.ops;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a query's partitions, merged from the newest letter on. Not thread-safe. */
final class MergedRead {

  private static final int GROWTH = 4;

  /** About as many as one query of the index can read. */
  private static final int MAX_READS = 2_000;

  private final LetterIndex index;
  private final LetterFilter filter;
  private List<Part> parts;
  private int reads;

  MergedRead(LetterIndex index, LetterQuery query, @Nullable String before) {
    this.index = index;
    this.filter = query.filter();
    this.parts =
        query.partitions().stream()
            .map(partition -> new Part(partition, List.of(), before, false))
            .toList();
  }

  /**
   * What is known of a partition.
   *
   * @param position of the last letter that was read
   * @param over whether nothing follows
   */
  private record Part(
      LetterQuery.Partition partition,
      List<LetterSummary> found,
      @Nullable String position,
      boolean over) {

    Part and(Slice<LetterSummary> slice) {
      List<LetterSummary> all = new ArrayList<>(found);
      all.addAll(slice.items());
      String next = slice.next();
      return new Part(partition, all, next, next == null);
    }
  }

  /** Reads that many letters of each partition. */
  void read(int count) throws InterruptedException {
    reads = Math.min(count, MAX_READS);
    parts =
        AtOnce.each(
            parts,
            part ->
                part.over()
                    ? part
                    : part.and(
                        index.read(
                            part.partition().state(),
                            part.partition().shard(),
                            filter,
                            part.position(),
                            reads)));
  }

  /** Reads on, more at a time than before. */
  void readOn() throws InterruptedException {
    read(GROWTH * reads);
  }

  /** Whether {@code count} letters, or all that there are, are known to be the newest. */
  boolean isComplete(int count) {
    return frontier().isEmpty() || complete().size() >= count;
  }

  /** Where the reading stands: what comes after has not been read everywhere. */
  Optional<String> frontier() {
    return parts.stream()
        .filter(part -> !part.over())
        .flatMap(part -> Optional.ofNullable(part.position()).stream())
        .max(Comparator.naturalOrder());
  }

  /** What was found up to the frontier, the newest first. */
  List<LetterSummary> complete() {
    String frontier = frontier().orElse("");
    // A letter that changes its state meanwhile may be met in both.
    Set<String> met = new HashSet<>();
    return parts.stream()
        .flatMap(part -> part.found().stream())
        .sorted(Comparator.comparing(LetterSummary::position).reversed())
        .filter(letter -> letter.position().compareTo(frontier) >= 0)
        .filter(letter -> met.add(letter.position()))
        .toList();
  }
}
