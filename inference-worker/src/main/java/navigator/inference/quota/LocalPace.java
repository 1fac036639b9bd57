package navigator.inference.quota;

import java.util.Optional;

/**
 * The pace of one environment while the table is away: half of its share of what the fleet had, for
 * as long as that is likely to be true. Safe for use by many threads.
 */
final class LocalPace {

  private static final int CAUTION = 2;

  private final PaceChanges changes;
  private long tat;
  private long parked;

  LocalPace(PaceChanges changes) {
    this.changes = changes;
  }

  /**
   * When the next slot begins; empty if none begins before {@code latest}.
   *
   * @param seen the item, as it was last seen
   * @param seenAt when that was
   */
  synchronized Optional<Long> next(
      QuotaState seen, long seenAt, CallCost cost, long now, long latest) {
    // What the fleet was promised before lies behind the item's own time.
    long at = Math.max(Math.max(tat, seen.get(QuotaField.TAT)), now);
    boolean stale = now - seenAt > changes.tempo().alone();
    if (stale || seen.closed() || at > latest) {
      return Optional.empty();
    }
    tat = at + length(seen, cost);
    return Optional.of(at);
  }

  /**
   * A time to come back at, not before {@code earliest}. Those times go round: however many an
   * environment sends away, the table may be back soon, and others may have nothing to do.
   */
  synchronized long park(QuotaState seen, CallCost cost, long earliest) {
    boolean next = parked >= earliest && parked <= earliest + changes.tempo().round();
    long at = next ? parked : earliest;
    parked = at + length(seen, cost);
    return at;
  }

  private long length(QuotaState seen, CallCost cost) {
    long rate = changes.curve().rate(seen);
    return changes.length(cost.charge(), rate) * changes.settings().fleet() * CAUTION;
  }
}
