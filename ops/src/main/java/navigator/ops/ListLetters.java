package navigator.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists dead letters, the newest first, over all partitions of their index; nothing else is read.
 * Safe for use by many threads.
 */
public final class ListLetters {

  /** The most letters of a part. */
  public static final int MAX_LIMIT = 1_000;

  /** How long a part is filled: there may be few letters of a kind among very many. */
  static final Duration BUDGET = Duration.ofSeconds(6);

  private final LetterIndex index;
  private final InstantSource clock;

  public ListLetters(LetterIndex index, InstantSource clock) {
    this.index = index;
    this.clock = clock;
  }

  /**
   * A part of the list.
   *
   * @param limit from 1 to {@link #MAX_LIMIT}
   * @param cursor of the part; null for the first
   * @return empty if the cursor is not one of this query's
   * @throws IllegalArgumentException if the limit is out of range
   */
  public Optional<LetterPage> list(LetterQuery query, int limit, @Nullable String cursor)
      throws InterruptedException {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("the limit is " + limit + ", not from 1 to " + MAX_LIMIT);
    }
    if (cursor == null) {
      return Optional.of(page(query, limit, null));
    }
    Optional<String> position = Cursor.decode(name(query), cursor);
    return position.isPresent()
        ? Optional.of(page(query, limit, position.get()))
        : Optional.empty();
  }

  private LetterPage page(LetterQuery query, int limit, @Nullable String before)
      throws InterruptedException {
    Instant end = clock.instant().plus(BUDGET);
    MergedRead merged = new MergedRead(index, query, before);
    // One more than asked for, to know whether anything follows.
    merged.read(limit + 1);
    while (!merged.isComplete(limit + 1) && clock.instant().isBefore(end)) {
      merged.readOn();
    }
    List<LetterSummary> found = merged.complete();
    List<LetterSummary> part = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit ? Optional.of(part.getLast().position()) : merged.frontier();
    return new LetterPage(
        part, next.map(position -> Cursor.encode(name(query), position)).orElse(null));
  }

  private static String name(LetterQuery query) {
    return query.states().stream().sorted().toList() + " " + query.filter();
  }
}
