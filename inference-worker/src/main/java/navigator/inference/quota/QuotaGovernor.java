package navigator.inference.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Hands out the right to call a model, so that the fleet together keeps to a quota: reserve, call
 * at the slot's time if it still stands, settle. Safe for use by many threads.
 */
public final class QuotaGovernor {

  /** So many requests in a row that fail as if the model were down are no chance. */
  private static final int OUTAGE = 3;

  private final SeenItem item;
  private final PaceChanges changes;
  private final GateChanges gate;
  private final Tempo tempo;
  private final InstantSource clock;
  private final Balance balance = new Balance();
  private final ReserveSlot slots;
  private final AtomicLong answeredAt = new AtomicLong(Long.MIN_VALUE);

  /** A governor of the quota that {@code table} holds the pace of. */
  public QuotaGovernor(QuotaTable table, QuotaSettings settings, Tempo tempo, InstantSource clock) {
    this.changes = new PaceChanges(settings, tempo);
    this.gate = new GateChanges(changes);
    this.tempo = tempo;
    this.clock = clock;
    this.item = new SeenItem(table, clock);
    this.slots = new ReserveSlot(item, changes, gate, balance, clock);
  }

  /**
   * Reserves a part of the quota for a call.
   *
   * @param patience how long the caller can wait for its slot
   */
  public Reservation reserve(CallCost cost, Priority priority, Duration patience) {
    return slots.reserve(cost, priority, patience);
  }

  /**
   * Whether a slot's time may be used, now that it has come and its call would begin: not if the
   * pace was made anew while it was waited for. A slot that does not stand is void, and needs no
   * settling.
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
        && switch (GateState.of(state)) {
          case OPEN -> false;
          case MINUTE_EXHAUSTED -> tempo.hopeless(state.get(QuotaField.PROBE_FAILS));
          case DAY_EXHAUSTED, OUTAGE -> true;
        };
  }

  private void settle(Slot slot, long more) {
    QuotaState seen = seen();
    if (!changes.slow(seen)) {
      balance.settle(slot.cost(), more, changes.credit(seen));
    } else if (!(slot.kind() == Slot.Kind.PACED && settled(seen, slot, more)) && more > 0) {
      // It may be written all the same: a debt is paid twice then, and nothing is given back twice.
      balance.settle(slot.cost(), more, 0);
    }
  }

  private boolean settled(QuotaState seen, Slot slot, long more) {
    return item.write(changes.settle(seen, slot, more)) instanceof QuotaWriting.Written;
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

  private void ifStillProbed(Slot probe, Function<QuotaState, QuotaChange> change) {
    item.look();
    QuotaState seen = seen();
    if (seen.get(QuotaField.EPISODE) == probe.episode()) {
      item.insist(change.apply(seen));
    }
  }

  private QuotaState seen() {
    return item.stateOr(changes.start(now()));
  }

  private long now() {
    return Micros.of(clock.instant());
  }
}
