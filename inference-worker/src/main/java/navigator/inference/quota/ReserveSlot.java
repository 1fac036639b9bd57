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
   * Reserves a part of the quota for a call.
   *
   * @param patience how long the caller can wait for its slot
   */
  Reservation reserve(CallCost cost, Duration patience) {
    long latest = now() + patience.toNanos() / 1_000;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Reservation> reservation = attempt(cost, now(), latest);
      if (reservation.isPresent()) {
        return reservation.get();
      }
    }
    return later(alone.park(seen(), cost, now() + tempo.fresh()));
  }

  private Optional<Reservation> attempt(CallCost cost, long now, long latest) {
    QuotaState seen = recent(now);
    if (seen == null) {
      // The first write of a process is its slowest, and all would begin alone at once.
      return unlessRefused(item.insist(changes.start(now)), cost, now, latest);
    }
    if (seen.get(QuotaField.CONFIG) != changes.settings().fingerprint()) {
      return prepared(changes.restart(seen, now), cost, now, latest);
    }
    if (seen.closed()) {
      return closed(seen, cost, now, latest);
    }
    long tat = seen.get(QuotaField.TAT);
    long near = now + tempo.fresh();
    boolean slow = changes.slow(seen);
    // Others look each second: who waits no longer takes only what nobody took at its time.
    if (tat > latest || (slow && latest <= near && tat > now)) {
      return parked(seen, cost, tat - (latest - now) / 2);
    }
    return slow && tat > near
        ? Optional.of(new Reservation.Soon(Micros.instant(near)))
        : slot(seen, cost, now, latest, slow ? Math.min(latest, near) : latest);
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
  private Optional<Reservation> slot(
      QuotaState seen, CallCost cost, long now, long latest, long latestNext) {
    long rate = changes.curve().rate(seen);
    long tokens = balance.charge(cost);
    long length = changes.length(tokens, rate);
    QuotaWriting writing = item.write(changes.reserve(seen, cost, now, latestNext, length, tokens));
    if (writing instanceof QuotaWriting.Written(QuotaState state)) {
      long at = state.get(QuotaField.TAT) - length;
      long episode = state.get(QuotaField.EPISODE);
      return granted(new Slot(at, now, episode, cost, Slot.Kind.PACED));
    }
    balance.undo(cost, tokens);
    return unlessRefused(writing, cost, now, latest);
  }

  private Optional<Reservation> closed(QuotaState seen, CallCost cost, long now, long latest) {
    long until = seen.get(QuotaField.PROBE_UNTIL);
    if (until > now) {
      // A probe may be answered long before its time is over.
      boolean probed = seen.get(QuotaField.PROBING) != 0;
      return parked(seen, cost, probed ? Math.min(until, now + tempo.longestProbe()) : until);
    }
    if (seen.get(QuotaField.PROBING) != 0 && GateState.of(seen) != GateState.OUTAGE) {
      return prepared(gate.reopen(seen, cost, now), cost, now, latest);
    }
    QuotaChange probe = gate.probe(seen, now);
    QuotaWriting writing = item.insist(probe);
    return writing instanceof QuotaWriting.Written
        ? granted(new Slot(now, now, seen.get(QuotaField.EPISODE), cost, Slot.Kind.PROBE))
        : unlessRefused(writing, cost, now, latest);
  }

  // As those ahead take on average; until that is known, as this one will have settled.
  private Optional<Reservation> parked(QuotaState seen, CallCost cost, long earliest) {
    long slot = seen.get(QuotaField.SLOT);
    long length = slot > 0 ? slot : changes.length(cost.settled(), changes.curve().rate(seen));
    return switch (item.write(changes.park(seen, earliest, length))) {
      case QuotaWriting.Written(QuotaState state) ->
          Optional.of(later(state.get(QuotaField.PARKED) - length));
      case QuotaWriting.Refused _ -> Optional.empty();
      case QuotaWriting.Unreachable _ -> Optional.of(later(alone.park(seen, cost, earliest)));
    };
  }

  private Optional<Reservation> prepared(QuotaChange change, CallCost cost, long now, long latest) {
    return unlessRefused(item.write(change), cost, now, latest);
  }

  // A refusal, like a preparation, is followed by another try.
  private Optional<Reservation> unlessRefused(
      QuotaWriting writing, CallCost cost, long now, long latest) {
    if (SeenItem.reached(writing)) {
      return Optional.empty();
    }
    QuotaState seen = seen();
    return alone
        .next(seen, item.at(), cost, now, latest)
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
