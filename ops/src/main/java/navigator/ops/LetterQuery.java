package navigator.ops;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Keys;

/**
 * Which dead letters are asked for.
 *
 * @param states at least one
 */
public record LetterQuery(Set<DeadLetterState> states, LetterFilter filter) {

  /**
   * A query.
   *
   * @throws IllegalArgumentException if no state is asked for
   */
  public LetterQuery {
    if (states.isEmpty()) {
      throw new IllegalArgumentException("no state is asked for");
    }
    states = Set.copyOf(states);
  }

  /** The letters of one state. */
  public static LetterQuery of(DeadLetterState state, LetterFilter filter) {
    return new LetterQuery(Set.of(state), filter);
  }

  /** A part of the index that is read by itself. */
  record Partition(DeadLetterState state, int shard) {}

  /** All parts of the index that may hold such letters. */
  List<Partition> partitions() {
    return EnumSet.copyOf(states).stream()
        .flatMap(
            state ->
                IntStream.range(0, Keys.DEAD_LETTER_SHARDS)
                    .mapToObj(shard -> new Partition(state, shard)))
        .toList();
  }
}
