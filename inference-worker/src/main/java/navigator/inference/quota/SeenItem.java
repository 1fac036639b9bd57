package navigator.inference.quota;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A quota's item as it was last seen: every write shows it anew. Safe for use by many threads. */
final class SeenItem {

  /** How often what everybody must know is told to a table that does not answer. */
  private static final int TELLINGS = 3;

  private final QuotaTable table;
  private final InstantSource clock;
  private volatile Sight sight;
  // Guarded by this.
  private long lookedAt = Long.MIN_VALUE;

  private record Sight(@Nullable QuotaState state, long at) {}

  SeenItem(QuotaTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
    this.sight = new Sight(null, now());
  }

  /** The item; null if there was none, or nobody has looked. */
  @Nullable QuotaState state() {
    return sight.state();
  }

  /** The item, or what it is after {@code start} if there was none, or nobody has looked. */
  QuotaState stateOr(QuotaChange start) {
    QuotaState state = state();
    return state == null ? new QuotaState(start.sets()) : state;
  }

  /** When it was seen, or first looked for. */
  long at() {
    return sight.at();
  }

  /** Looks at the item if it was last looked for before {@code oldest}: once for all who ask. */
  synchronized void lookIfOlder(long oldest) {
    if (Math.max(at(), lookedAt) < oldest) {
      lookedAt = now();
      look();
    }
  }

  /** Looks at the item, if that can be had. */
  void look() {
    Optional<QuotaState> found = table.read();
    found.ifPresent(this::see);
  }

  QuotaWriting write(QuotaChange change) {
    QuotaWriting writing = table.write(change);
    switch (writing) {
      case QuotaWriting.Written(QuotaState state) -> see(state);
      case QuotaWriting.Refused(QuotaState state) -> see(state);
      case QuotaWriting.Unreachable _ -> {}
    }
    return writing;
  }

  /** Writes what the fleet depends on: again, if nobody knows what came of it. */
  QuotaWriting insist(QuotaChange change) {
    QuotaWriting writing = write(change);
    for (int tries = 1; tries < TELLINGS && !reached(writing); tries++) {
      writing = afterLoss(change, write(change));
    }
    return writing;
  }

  static boolean reached(QuotaWriting writing) {
    return !(writing instanceof QuotaWriting.Unreachable);
  }

  // Refused because it was written the first time, and only the answer was lost.
  private static QuotaWriting afterLoss(QuotaChange change, QuotaWriting writing) {
    return writing instanceof QuotaWriting.Refused(QuotaState state)
            && state != null
            && has(state, change.sets())
        ? new QuotaWriting.Written(state)
        : writing;
  }

  private static boolean has(QuotaState state, Map<QuotaField, Long> fields) {
    return fields.entrySet().stream().allMatch(set -> set.getValue() == state.get(set.getKey()));
  }

  private void see(@Nullable QuotaState state) {
    sight = new Sight(state, now());
  }

  private long now() {
    return Micros.of(clock.instant());
  }
}
