package navigator.inference.quota;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the next slot of a pace, or finds out when to ask for one. Safe for use by many threads.
 */
final class ReserveSlot {

  /** Each try sees the item as it was refused on; so many in a row meet only a storm of changes. */
  private static final int MAX_TRIES = 8;

  /** Of the average slot, by how much those who let others go first come back before their turn. */
  private static final int EARLY = 10;

  private final SeenItem item;
  private final PaceChanges changes;
  private final GateChanges gate;
  private final Balance balance;
  private final InstantSource clock;
  private final Tempo tempo;
  private final LocalPace alone;

  ReserveSlot(
      SeenItem item, PaceChanges changes, GateChanges gate, Balance balance, InstantSource clock) {
    this.item = item;
    this.changes = changes;
    this.gate = gate;
    this.balance = balance;
    this.clock = clock;
    this.tempo = changes.tempo();
    this.alone = new LocalPace(changes);
  }

  /**
   * What is asked for.
   *
   * @param latest that its slot may begin
   */
  private record Wish(CallCost cost, Priority priority, long now, long latest) {}

  /**
   * Reserves a part of the quota for a call.
   *
   * @param patience how long the caller can wait for its slot
   */
  Reservation reserve(CallCost cost, Priority priority, Duration patience) {
    long latest = now() + priority.patience(patience, tempo).toNanos() / 1_000;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Reservation> reservation = attempt(new Wish(cost, priority, now(), latest));
      if (reservation.isPresent()) {
        return reservation.get();
      }
    }
    return later(alone.park(seen(), cost, now() + tempo.fresh()));
  }

  private Optional<Reservation> attempt(Wish wish) {
    long now = wish.now();
    long latest = wish.latest();
    QuotaState seen = recent(now);
    if (seen == null) {
      // The first write of a process is its slowest, and all would begin alone at once.
      return unlessRefused(item.insist(changes.start(now)), wish);
    }
    if (seen.get(QuotaField.CONFIG) != changes.settings().fingerprint()) {
      return prepared(changes.restart(seen, now), wish);
    }
    if (seen.closed()) {
      return closed(seen, wish);
    }
    long tat = seen.get(QuotaField.TAT);
    boolean slow = changes.slow(seen);
    // Nobody who has let others go first takes a slow pace's slot before its time.
    long near = slow && wish.priority() == Priority.LOW ? now : now + tempo.fresh();
    // Others look each second: who waits no longer takes only what nobody took at its time.
    if (tat > latest || (slow && latest <= near && tat > now)) {
      return parked(seen, wish, tat - (latest - now) / 2);
    }
    return slow && tat > near
        ? Optional.of(new Reservation.Soon(Micros.instant(Math.min(tat, now + tempo.fresh()))))
        : slot(seen, wish, slow ? Math.min(latest, near) : latest);
  }

  // The next slot of a slow pace moves with each call that ends.
  private @Nullable QuotaState recent(long now) {
    QuotaState seen = item.state();
    if (seen != null && changes.slow(seen)) {
      item.lookIfOlder(now - tempo.fresh() / 2);
    }
    return item.state();
  }

  // The latest that the next slot of the item may begin: many may take one at the same time.
  private Optional<Reservation> slot(QuotaState seen, Wish wish, long latestNext) {
    CallCost cost = wish.cost();
    long now = wish.now();
    long tokens = balance.charge(cost);
    long length = changes.length(tokens, changes.curve().rate(seen));
    QuotaWriting writing = item.write(changes.reserve(seen, cost, now, latestNext, length, tokens));
    if (writing instanceof QuotaWriting.Written(QuotaState state)) {
      long at = state.get(QuotaField.TAT) - length;
      long episode = state.get(QuotaField.EPISODE);
      return granted(new Slot(at, now, episode, cost, Slot.Kind.PACED));
    }
    balance.undo(cost, tokens);
    return unlessRefused(writing, wish);
  }

  private Optional<Reservation> closed(QuotaState seen, Wish wish) {
    long now = wish.now();
    long until = seen.get(QuotaField.PROBE_UNTIL);
    if (until > now) {
      // A probe may be answered long before its time is over.
      boolean probed = seen.get(QuotaField.PROBING) != 0;
      return parked(seen, wish, probed ? Math.min(until, now + tempo.longestProbe()) : until);
    }
    if (seen.get(QuotaField.PROBING) != 0 && GateState.of(seen) != GateState.OUTAGE) {
      return prepared(gate.reopen(seen, wish.cost(), now), wish);
    }
    QuotaWriting writing = item.insist(gate.probe(seen, now));
    return writing instanceof QuotaWriting.Written
        ? granted(new Slot(now, now, seen.get(QuotaField.EPISODE), wish.cost(), Slot.Kind.PROBE))
        : unlessRefused(writing, wish);
  }

  // As those ahead take on average; until that is known, as this one will have settled.
  private Optional<Reservation> parked(QuotaState seen, Wish wish, long earliest) {
    CallCost cost = wish.cost();
    long slot = seen.get(QuotaField.SLOT);
    long average = slot > 0 ? slot : changes.length(cost.settled(), changes.curve().rate(seen));
    boolean yields = wish.priority() != Priority.NORMAL;
    QuotaField times = yields ? QuotaField.YIELDED : QuotaField.PARKED;
    // Those who come back one by one come a little early, so that no slot waits for them.
    long length = yields ? average - average / EARLY : average;
    return switch (item.write(changes.park(seen, times, earliest, length))) {
      case QuotaWriting.Written(QuotaState state) -> Optional.of(later(state.get(times) - length));
      case QuotaWriting.Refused _ -> Optional.empty();
      case QuotaWriting.Unreachable _ -> Optional.of(later(alone.park(seen, cost, earliest)));
    };
  }

  private Optional<Reservation> prepared(QuotaChange change, Wish wish) {
    return unlessRefused(item.write(change), wish);
  }

  // A refusal, like a preparation, is followed by another try.
  private Optional<Reservation> unlessRefused(QuotaWriting writing, Wish wish) {
    if (SeenItem.reached(writing)) {
      return Optional.empty();
    }
    QuotaState seen = seen();
    CallCost cost = wish.cost();
    long now = wish.now();
    return alone
        .next(seen, item.at(), cost, now, wish.latest())
        .map(at -> granted(new Slot(at, now, seen.get(QuotaField.EPISODE), cost, Slot.Kind.ALONE)))
        .orElseGet(() -> Optional.of(later(alone.park(seen, cost, now + tempo.step()))));
  }

  private static Optional<Reservation> granted(Slot slot) {
    return Optional.of(new Reservation.Granted(slot));
  }

  private Reservation later(long until) {
    return new Reservation.Later(Micros.instant(until), seen().closed());
  }

  private QuotaState seen() {
    return item.stateOr(changes.start(now()));
  }

  private long now() {
    return Micros.of(clock.instant());
  }
}
