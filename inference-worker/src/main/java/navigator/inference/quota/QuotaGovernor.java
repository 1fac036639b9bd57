package navigator.inference.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the right to call a model, so that the fleet together keeps to a quota: reserve, call
 * at the slot's time if it still stands, settle. Safe for use by many threads.
 */
public final class QuotaGovernor {

  /** Each try sees the item as it was refused on; so many in a row meet only a storm of changes. */
  private static final int MAX_TRIES = 8;

  /** So many requests in a row that fail as if the model were down are no chance. */
  private static final int OUTAGE = 3;

  private final SeenItem item;
  private final Moves moves;
  private final Gate gate;
  private final Tempo tempo;
  private final InstantSource clock;
  private final Balance balance = new Balance();
  private final LocalPace alone;
  private final AtomicLong answeredAt = new AtomicLong(Long.MIN_VALUE);

  /** A governor of the quota that {@code table} holds the pace of. */
  public QuotaGovernor(QuotaTable table, QuotaSettings settings, Tempo tempo, InstantSource clock) {
    this.moves = new Moves(settings, tempo);
    this.gate = new Gate(moves);
    this.tempo = tempo;
    this.clock = clock;
    this.alone = new LocalPace(moves);
    this.item = new SeenItem(table, clock);
  }

  /**
   * Reserves a part of the quota for a call.
   *
   * @param patience how long the caller can wait for its slot
   */
  public Reservation reserve(CallCost cost, Duration patience) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      long now = now();
      Optional<Reservation> reservation = attempt(cost, now, now + micros(patience));
      if (reservation.isPresent()) {
        return reservation.get();
      }
    }
    return later(alone.park(seen(), cost, now() + tempo.fresh()));
  }

  /**
   * Whether a slot's time may be used, now that it has come: not if the pace was made anew while it
   * was waited for. A slot that does not stand is void, and needs no settling.
   */
  public boolean stands(Slot slot) {
    if (slot.kind() != Slot.Kind.PACED) {
      return true;
    }
    long oldest = now() - tempo.fresh();
    if (slot.reservedAt() < oldest && item.at() < oldest) {
      item.look();
    }
    QuotaState seen = seen();
    if (seen.closed() || seen.get(QuotaField.EPISODE) != slot.episode()) {
      return false;
    }
    slot.begin(now());
    return true;
  }

  /**
   * The call was answered.
   *
   * @param tokens what it took, in quota tokens
   */
  public void answered(Slot slot, long tokens) {
    answeredAt.set(now());
    if (slot.settle()) {
      settle(slot, tokens - slot.cost().settled());
      modelIsThere(slot);
    }
  }

  /** The model was there, although it gave no answer; what that took nobody knows. */
  public void reached(Slot slot) {
    answeredAt.set(now());
    if (slot.settle()) {
      modelIsThere(slot);
    }
  }

  /** The call failed for its request's own sake: it is as if it had not been made. */
  public void foundOutNothing(Slot slot) {
    if (slot.settle() && slot.probes()) {
      ifStillProbed(slot, state -> gate.probeAgain(state, now()));
    }
  }

  /** The call was answered by a 429. */
  public void throttled(Slot slot, Throttle throttle) {
    if (!slot.settle()) {
      return;
    }
    if (slot.probes()) {
      ifStillProbed(slot, state -> gate.probeFailed(state, throttle, now()));
    } else if (throttle != Throttle.OTHER) {
      item.insist(gate.close(seen(), slot, throttle, now()));
    }
  }

  /**
   * The call failed in a way that says nothing about the quota, nor about other calls. What was
   * reserved for it is lost: whoever gave it to others would call in bursts while Bedrock is
   * failing.
   */
  public void failed(Slot slot) {
    if (slot.settle()) {
      probeFailed(slot);
    }
  }

  /**
   * The call failed, and others may too: some such in a row close the gate. One that was answered
   * meanwhile proves that the model is there, and only slow.
   *
   * @param begun when the call was made
   */
  public void unavailable(Slot slot, Instant begun) {
    if (!slot.settle()) {
      return;
    }
    if (slot.probes()) {
      probeFailed(slot);
    } else if (answeredAt.get() <= Micros.of(begun)
        && item.write(gate.failedOnce(slot)) instanceof QuotaWriting.Written(QuotaState state)
        && state.get(QuotaField.FAILED) >= OUTAGE) {
      item.insist(gate.closeDown(state, slot, now()));
    }
  }

  /** Whether the model was last seen to fail, or to have no quota for longer than a while. */
  public boolean down() {
    QuotaState state = item.state();
    return state != null
        && switch (Closed.of(state)) {
          case NOT -> false;
          case MINUTE -> tempo.hopeless(state.get(QuotaField.PROBE_FAILS));
          case DAY, OUTAGE -> true;
        };
  }

  private void settle(Slot slot, long more) {
    QuotaState seen = seen();
    if (!moves.slow(seen)) {
      balance.settle(slot.cost(), more, moves.credit(seen));
    } else if (!(slot.kind() == Slot.Kind.PACED && settled(seen, slot, more)) && more > 0) {
      // It may be written all the same: a debt is paid twice then, and nothing is given back twice.
      balance.settle(slot.cost(), more, 0);
    }
  }

  private boolean settled(QuotaState seen, Slot slot, long more) {
    return SeenItem.reached(item.write(moves.settle(seen, slot, more)));
  }

  private void modelIsThere(Slot slot) {
    if (slot.probes()) {
      ifStillProbed(slot, state -> gate.reopen(state, slot.cost(), now()));
    } else if (seen().get(QuotaField.FAILED) > 0) {
      item.write(gate.works(seen()));
    }
  }

  private void probeFailed(Slot slot) {
    if (slot.probes()) {
      ifStillProbed(slot, state -> gate.probeFailed(state, Throttle.OTHER, now()));
    }
  }

  private Optional<Reservation> attempt(CallCost cost, long now, long latest) {
    QuotaState seen = recent(now);
    if (seen == null) {
      // The first write of a process is its slowest, and all would begin alone at once.
      return unlessRefused(item.insist(moves.start(now)), cost, now, latest);
    }
    if (seen.get(QuotaField.CONFIG) != moves.settings().fingerprint()) {
      return prepared(moves.restart(seen, now), cost, now, latest);
    }
    if (seen.closed()) {
      return closed(seen, cost, now, latest);
    }
    long tat = seen.get(QuotaField.TAT);
    if (tat > latest) {
      return parked(seen, cost, tat - (latest - now) / 2);
    }
    long near = now + tempo.fresh();
    return moves.slow(seen) && tat > near
        ? Optional.of(new Reservation.Soon(Micros.instant(near)))
        : slot(seen, cost, now, latest);
  }

  // The next slot of a slow pace moves with each call that ends.
  private @Nullable QuotaState recent(long now) {
    QuotaState seen = item.state();
    if (seen != null && moves.slow(seen) && item.at() < now - tempo.fresh() / 2) {
      item.look();
    }
    return item.state();
  }

  private Optional<Reservation> slot(QuotaState seen, CallCost cost, long now, long latest) {
    long rate = moves.curve().rate(seen);
    long tokens = balance.charge(cost);
    long length = moves.length(tokens, rate);
    QuotaWriting writing = item.write(moves.reserve(seen, cost, now, latest, length, tokens));
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
    if (seen.get(QuotaField.PROBING) != 0 && Closed.of(seen) != Closed.OUTAGE) {
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
    long length = slot > 0 ? slot : moves.length(cost.settled(), moves.curve().rate(seen));
    return switch (item.write(moves.park(seen, earliest, length))) {
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

  private void ifStillProbed(Slot probe, Function<QuotaState, QuotaChange> change) {
    item.look();
    QuotaState seen = seen();
    if (seen.get(QuotaField.EPISODE) == probe.episode()) {
      item.insist(change.apply(seen));
    }
  }

  private QuotaState seen() {
    QuotaState state = item.state();
    return state == null ? new QuotaState(moves.start(now()).sets()) : state;
  }

  private static Optional<Reservation> granted(Slot slot) {
    return Optional.of(new Reservation.Granted(slot));
  }

  private Reservation later(long until) {
    return new Reservation.Later(Micros.instant(until), seen().closed());
  }

  private long now() {
    return Micros.of(clock.instant());
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
