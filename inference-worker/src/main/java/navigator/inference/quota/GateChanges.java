package navigator.inference.quota;

import static navigator.inference.quota.QuotaField.BASE;
import static navigator.inference.quota.QuotaField.CALLS;
import static navigator.inference.quota.QuotaField.CLOSED;
import static navigator.inference.quota.QuotaField.EPISODE;
import static navigator.inference.quota.QuotaField.FAILED;
import static navigator.inference.quota.QuotaField.GRANTED;
import static navigator.inference.quota.QuotaField.HELD;
import static navigator.inference.quota.QuotaField.PROBE_FAILS;
import static navigator.inference.quota.QuotaField.PROBE_UNTIL;
import static navigator.inference.quota.QuotaField.PROBING;
import static navigator.inference.quota.QuotaField.SLOT;
import static navigator.inference.quota.QuotaField.TAT;
import static navigator.inference.quota.QuotaField.THROTTLED_RATE;
import static navigator.inference.quota.QuotaField.USED;

/**
 * The writes about a throttle, or about an outage. The first 429 of an episode closes the gate;
 * then one call at a time finds out when it can be opened. A 429 comes at once and an answer takes
 * its time: so a probe of which nothing is heard for a moment was accepted, or its prober died.
 * Either way the gate opens, by whoever asks next. In an outage nothing but an answer opens it, and
 * a prober that is silent for longer than a call may take is replaced.
 */
record GateChanges(PaceChanges changes) {

  private static final double SAFE = 0.98;

  private Tempo tempo() {
    return changes.tempo();
  }

  /** Closes the gate on the pace that {@code slot} is of. */
  QuotaChange close(QuotaState seen, Slot slot, Throttle throttle, long now) {
    boolean daily = throttle == Throttle.DAY;
    return shut(
            seen,
            slot,
            daily ? GateState.DAY_EXHAUSTED : GateState.MINUTE_EXHAUSTED,
            now + (daily ? tempo().day() : tempo().probeAfter(0)),
            now)
        .done();
  }

  /** One more request failed as if the model were down. */
  QuotaChange failedOnce(Slot slot) {
    return new QuotaChange.Draft()
        .ifBetween(EPISODE, slot.episode(), slot.episode())
        .ifBetween(CLOSED, 0, 0)
        .add(FAILED, 1)
        .done();
  }

  /** The model is not down. */
  QuotaChange works(QuotaState seen) {
    return new QuotaChange.Draft().ifAsSeen(FAILED, seen).set(FAILED, 0).done();
  }

  /** Closes the gate on a model that fails whatever it is asked. */
  QuotaChange closeDown(QuotaState seen, Slot slot, long now) {
    return shut(seen, slot, GateState.OUTAGE, now + tempo().probeAfter(0), now).done();
  }

  private QuotaChange.Draft shut(
      QuotaState seen, Slot slot, GateState why, long probeAt, long now) {
    // What was throttled is the rate of now, and not of slots that nobody has called in yet.
    long rate = changes.curve().rateAt(seen, now);
    // The slots ahead will not be used, and this one was not.
    long unused = seen.get(GRANTED) - changes.used(seen, now) + begun(slot, rate, now);
    return new QuotaChange.Draft()
        .ifBetween(EPISODE, slot.episode(), slot.episode())
        .ifBetween(CLOSED, 0, 0)
        .set(CLOSED, why.code())
        .set(THROTTLED_RATE, why == GateState.MINUTE_EXHAUSTED ? rate : 0)
        .set(PROBE_UNTIL, probeAt)
        .set(PROBING, 0)
        .set(PROBE_FAILS, 0)
        .set(FAILED, 0)
        .add(GRANTED, -unused)
        .add(CALLS, -Math.max(1, changes.ahead(seen, now)));
  }

  // Of a slot that was taken from the item, what no longer counts as ahead.
  private long begun(Slot slot, long rate, long now) {
    long since = Math.max(0, now - slot.time());
    return slot.kind() == Slot.Kind.PACED
        ? Math.min(slot.cost().charge(), (long) ((double) since * rate / tempo().micros()))
        : 0;
  }

  /** Becomes the prober. */
  QuotaChange probe(QuotaState seen, long now) {
    long heardOf =
        GateState.of(seen) == GateState.OUTAGE
            ? changes.settings().probing().toNanos() / 1_000 + tempo().fresh()
            : tempo().fresh();
    return asSeen(seen).set(PROBING, 1).set(PROBE_UNTIL, now + heardOf).add(CALLS, 1).done();
  }

  /** Lets another prober try a while later. */
  QuotaChange probeFailed(QuotaState seen, Throttle throttle, long now) {
    return asSeen(seen)
        .set(PROBING, 0)
        .set(PROBE_UNTIL, now + waitAfter(seen, throttle))
        .add(PROBE_FAILS, 1)
        .add(CALLS, -1)
        .done();
  }

  /** Lets another prober try at once: this one found out nothing. */
  QuotaChange probeAgain(QuotaState seen, long now) {
    return asSeen(seen).set(PROBING, 0).set(PROBE_UNTIL, now).add(CALLS, -1).done();
  }

  // A quota may be zero; an outage ends.
  private long waitAfter(QuotaState seen, Throttle throttle) {
    if (throttle == Throttle.DAY) {
      return tempo().day();
    }
    long fails = seen.get(PROBE_FAILS) + 1;
    return GateState.of(seen) != GateState.OUTAGE && tempo().hopeless(fails)
        ? tempo().hopelessProbe()
        : tempo().probeAfter(fails);
  }

  /** Opens the gate to a new episode, at the rate that the quota was seen to bear. */
  QuotaChange reopen(QuotaState seen, CallCost probe, long now) {
    boolean paceBroke = seen.get(THROTTLED_RATE) != 0;
    long borne = changes.evidence().borne(seen, now);
    long rate =
        paceBroke ? Math.max(PaceCurve.FLOOR, (long) (borne * SAFE)) : changes.curve().rate(seen);
    QuotaChange.Draft draft =
        asSeen(seen)
            .set(CLOSED, GateState.OPEN.code())
            .set(EPISODE, seen.get(EPISODE) + 1)
            .set(TAT, now + changes.length(probe.charge(), rate))
            .add(GRANTED, probe.charge());
    return paceBroke
        ? draft
            .set(BASE, rate)
            .set(HELD, borne)
            .set(USED, 0)
            .set(SLOT, changes.length(changes.average(seen), rate))
            .done()
        : draft.done();
  }

  private static QuotaChange.Draft asSeen(QuotaState seen) {
    return new QuotaChange.Draft()
        .ifAsSeen(EPISODE, seen)
        .ifAsSeen(CLOSED, seen)
        .ifAsSeen(PROBING, seen)
        .ifAsSeen(PROBE_UNTIL, seen);
  }
}
