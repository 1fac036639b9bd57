package navigator.inference.quota;

import static navigator.inference.quota.QuotaField.BASE;
import static navigator.inference.quota.QuotaField.CALLS;
import static navigator.inference.quota.QuotaField.CLOSED;
import static navigator.inference.quota.QuotaField.CONFIG;
import static navigator.inference.quota.QuotaField.EPISODE;
import static navigator.inference.quota.QuotaField.GRANTED;
import static navigator.inference.quota.QuotaField.HELD;
import static navigator.inference.quota.QuotaField.LATENCY;
import static navigator.inference.quota.QuotaField.MARK_1;
import static navigator.inference.quota.QuotaField.MARK_1_AT;
import static navigator.inference.quota.QuotaField.MARK_2;
import static navigator.inference.quota.QuotaField.MARK_2_AT;
import static navigator.inference.quota.QuotaField.MARK_3;
import static navigator.inference.quota.QuotaField.MARK_3_AT;
import static navigator.inference.quota.QuotaField.SLOT;
import static navigator.inference.quota.QuotaField.TAT;
import static navigator.inference.quota.QuotaField.USED;
import static navigator.inference.quota.QuotaField.YIELDED;

/**
 * The writes on an open pace. Slots are handed out by the generic cell rate algorithm without a
 * burst: whoever asks takes the next one and waits for it, so that each call needs one write, and
 * many at once do not get in each other's way. A slow pace hands out a slot when it is near, and is
 * written once more for what the call took.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-I.371">ITU-T I.371, annex A: GCRA</a>
 */
record PaceChanges(QuotaSettings settings, Tempo tempo) {

  /** The fleet together keeps no more than this part of a minute's quota for later. */
  private static final int CREDIT = 10;

  /** A pace of fewer calls a minute is a slow one. */
  private static final int SLOW = 40;

  /** Over about so many slots their length is averaged: calls differ, and so do rates. */
  private static final int AVERAGED = 8;

  PaceCurve curve() {
    return new PaceCurve(settings, tempo);
  }

  Evidence evidence() {
    return new Evidence(settings, tempo);
  }

  /** Quota tokens of the slots that have begun by now. */
  long used(QuotaState seen, long now) {
    long ahead = (curve().rateAt(seen, now) + curve().rate(seen)) / 2;
    return evidence().used(seen, Math.min(ahead, spaced(seen)), now);
  }

  // What calls take that are as close to each other as the request quota allows.
  private long spaced(QuotaState seen) {
    long spacing = settings.spacing(tempo);
    return spacing == 0
        ? Long.MAX_VALUE
        : seen.get(GRANTED) / Math.max(1, seen.get(CALLS)) * tempo.micros() / spacing;
  }

  /** Quota tokens of a slot, on average over the latest. */
  long average(QuotaState seen) {
    long rate = Math.min(curve().rate(seen), spaced(seen));
    return (long) ((double) seen.get(SLOT) * rate / tempo.micros());
  }

  /** How long a slot is: worth {@code tokens}, and enough for a request quota. */
  long length(long tokens, long rate) {
    return Math.max(time(tokens, rate), settings.spacing(tempo));
  }

  // A time in use that is worth so many tokens.
  private long time(long tokens, long rate) {
    return (long) Math.ceil((double) tokens * tempo.micros() / rate);
  }

  /** What one environment may keep for later of what its calls were charged in vain. */
  long credit(QuotaState seen) {
    return curve().rate(seen) / CREDIT / settings.fleet();
  }

  /**
   * Whether calls are so few that one of them is a large part of the quota: what it really takes
   * matters to the next one then, and does not even out.
   */
  boolean slow(QuotaState seen) {
    return seen.get(SLOT) > tempo.micros() / SLOW;
  }

  /**
   * The call of a slot took {@code more} tokens than expected, or less, and began late: so the next
   * one moves.
   */
  QuotaChange settle(QuotaState seen, Slot slot, long more) {
    long rate = curve().rate(seen);
    long charged = slot.cost().charge();
    long length = length(charged + more, rate) - length(charged, rate);
    long time = time(charged + more, rate) - time(charged, rate);
    return new QuotaChange.Draft()
        .ifBetween(EPISODE, slot.episode(), slot.episode())
        .ifBetween(CLOSED, 0, 0)
        .add(TAT, length + slot.late())
        .add(USED, time)
        .add(GRANTED, more)
        .add(SLOT, length / AVERAGED)
        .done();
  }

  /** How many slots of an average length lie between now and the next one. */
  long ahead(QuotaState seen, long now) {
    long slot = seen.get(SLOT);
    return slot == 0 ? 0 : Math.max(0, seen.get(TAT) - now) / slot;
  }

  /** The first write of all. */
  QuotaChange start(long now) {
    return fresh(now, 0).set(EPISODE, 1).set(TAT, now).set(GRANTED, 0).first();
  }

  /** The settings changed: what was learned under the old ones does not hold. */
  QuotaChange restart(QuotaState seen, long now) {
    return fresh(now, seen.get(GRANTED))
        .ifAsSeen(CONFIG, seen)
        .ifAsSeen(EPISODE, seen)
        .set(EPISODE, seen.get(EPISODE) + 1)
        .done();
  }

  /**
   * Takes the next slot, if it begins before {@code latest}.
   *
   * @param length of the slot
   * @param tokens that are charged for it
   */
  QuotaChange reserve(
      QuotaState seen, CallCost cost, long now, long latest, long length, long tokens) {
    QuotaChange.Draft draft =
        new QuotaChange.Draft()
            .ifAsSeen(CONFIG, seen)
            .ifAsSeen(EPISODE, seen)
            .ifBetween(CLOSED, 0, 0)
            .add(USED, time(tokens, curve().rate(seen)))
            .add(GRANTED, tokens)
            .add(CALLS, 1)
            .set(SLOT, averaged(seen.get(SLOT), length))
            .set(LATENCY, cost.latency().toNanos() / 1_000);
    if (seen.get(TAT) < now) {
      draft.ifBelow(TAT, now).set(TAT, now + length);
    } else {
      draft.ifBetween(TAT, now, latest).add(TAT, length);
    }
    return mark(draft, seen, now).done();
  }

  /**
   * Takes the next time to come back at, not before {@code earliest}. Those times go round, since
   * whoever is sent far away cannot come when the pace quickens.
   *
   * @param times those of {@link QuotaField#PARKED} or of {@link QuotaField#YIELDED}
   */
  QuotaChange park(QuotaState seen, QuotaField times, long earliest, long length) {
    QuotaChange.Draft draft = new QuotaChange.Draft().ifAsSeen(EPISODE, seen);
    long held = times == YIELDED ? tempo.yieldedRound() : tempo.round();
    long last = earliest + (seen.get(HELD) == 0 ? tempo.mark() : held);
    long next = seen.get(times);
    return next >= earliest && next <= last
        ? draft.ifBetween(times, earliest, last).add(times, length).done()
        : draft.ifAsSeen(times, seen).set(times, earliest + length).done();
  }

  // Two who write at once may lose one's part of it: it is an average of some all the same.
  private static long averaged(long average, long length) {
    return average == 0 ? length : average + (length - average) / AVERAGED;
  }

  private QuotaChange.Draft fresh(long now, long granted) {
    return new QuotaChange.Draft()
        .set(CONFIG, settings.fingerprint())
        .set(USED, 0)
        .set(BASE, settings.firstRate())
        .set(HELD, settings.tokens() == 0 ? 0 : settings.firstRate())
        .set(CLOSED, 0)
        .set(MARK_1_AT, now)
        .set(MARK_1, granted)
        .set(MARK_2_AT, now)
        .set(MARK_2, granted)
        .set(MARK_3_AT, now)
        .set(MARK_3, granted);
  }

  // Written along, so that what was used over the last minute is known when it is asked for.
  private QuotaChange.Draft mark(QuotaChange.Draft draft, QuotaState seen, long now) {
    if (seen.get(MARK_1_AT) + tempo.mark() > now) {
      return draft;
    }
    return draft
        .ifAsSeen(MARK_1_AT, seen)
        .set(MARK_3_AT, seen.get(MARK_2_AT))
        .set(MARK_3, seen.get(MARK_2))
        .set(MARK_2_AT, seen.get(MARK_1_AT))
        .set(MARK_2, seen.get(MARK_1))
        .set(MARK_1_AT, now)
        .set(MARK_1, used(seen, now));
  }
}
