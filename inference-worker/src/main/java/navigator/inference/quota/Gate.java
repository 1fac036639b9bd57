package navigator.inference.quota;

import static navigator.inference.quota.QuotaField.BASE;
import static navigator.inference.quota.QuotaField.CALLS;
import static navigator.inference.quota.QuotaField.CLOSED;
import static navigator.inference.quota.QuotaField.EPISODE;
import static navigator.inference.quota.QuotaField.GRANTED;
import static navigator.inference.quota.QuotaField.HELD;
import static navigator.inference.quota.QuotaField.PROBE_FAILS;
import static navigator.inference.quota.QuotaField.PROBE_UNTIL;
import static navigator.inference.quota.QuotaField.PROBING;
import static navigator.inference.quota.QuotaField.TAT;
import static navigator.inference.quota.QuotaField.THROTTLED_RATE;
import static navigator.inference.quota.QuotaField.USED;

/**
 * The writes about a throttle. The first 429 of an episode closes the gate; then one call at a time
 * finds out when it can be opened. A 429 comes at once and an answer takes its time: so a probe of
 * which nothing is heard for a moment was accepted, or its prober died. Either way the gate opens,
 * by whoever asks next.
 */
record Gate(Moves moves) {

  private static final double SAFE = 0.98;

  private Tempo tempo() {
    return moves.tempo();
  }

  /** Closes the gate on the pace that {@code slot} is of. */
  QuotaChange close(QuotaState seen, Slot slot, Throttle throttle, long now) {
    boolean daily = throttle == Throttle.DAY;
    long rate = moves.curve().rate(seen);
    // The slots ahead will not be used, and this one was not.
    long unused = seen.get(GRANTED) - moves.evidence().used(seen, rate, now) + slot.cost().charge();
    return new QuotaChange.Draft()
        .ifBetween(EPISODE, slot.episode(), slot.episode())
        .ifBetween(CLOSED, 0, 0)
        .set(CLOSED, 1)
        .set(THROTTLED_RATE, daily ? 0 : rate)
        .set(PROBE_UNTIL, now + (daily ? tempo().day() : tempo().probeAfter(0)))
        .set(PROBING, 0)
        .set(PROBE_FAILS, 0)
        .add(GRANTED, -unused)
        .add(CALLS, -Math.max(1, moves.ahead(seen, now)))
        .done();
  }

  /** Becomes the prober. */
  QuotaChange probe(QuotaState seen, long now) {
    return asSeen(seen)
        .set(PROBING, 1)
        .set(PROBE_UNTIL, now + tempo().fresh())
        .add(CALLS, 1)
        .done();
  }

  /** Lets another prober try a while later. */
  QuotaChange probeFailed(QuotaState seen, Throttle throttle, long now) {
    long wait =
        throttle == Throttle.DAY ? tempo().day() : tempo().probeAfter(seen.get(PROBE_FAILS) + 1);
    return asSeen(seen)
        .set(PROBING, 0)
        .set(PROBE_UNTIL, now + wait)
        .add(PROBE_FAILS, 1)
        .add(CALLS, -1)
        .done();
  }

  /** Opens the gate to a new episode, at the rate that the quota was seen to bear. */
  QuotaChange reopen(QuotaState seen, CallCost probe, long now) {
    long borne = moves.evidence().borne(seen, now);
    long rate = Math.max(PaceCurve.FLOOR, (long) (borne * SAFE));
    QuotaChange.Draft draft =
        asSeen(seen)
            .set(CLOSED, 0)
            .set(EPISODE, seen.get(EPISODE) + 1)
            .set(TAT, now + moves.length(probe.charge(), rate))
            .add(GRANTED, probe.charge());
    return seen.get(THROTTLED_RATE) == 0
        ? draft.done()
        : draft.set(BASE, rate).set(HELD, borne).set(USED, 0).done();
  }

  private static QuotaChange.Draft asSeen(QuotaState seen) {
    return new QuotaChange.Draft()
        .ifAsSeen(EPISODE, seen)
        .ifBetween(CLOSED, 1, 1)
        .ifAsSeen(PROBING, seen)
        .ifAsSeen(PROBE_UNTIL, seen);
  }
}
