package navigator.local.bedrock.quota;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The quotas of one profile as Bedrock accounts for them: a call reserves before it runs, releases
 * what it does not use while it runs, and is settled when it ends. Not safe for use by many
 * threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html">How
 *     tokens are counted</a>
 */
public final class QuotaLedger {
  private static final int MINUTES_OF_DAY = 1_440;

  private final QuotaPlan plan;
  private final Account tokens;
  private final Account requests;
  private final Account day;
  private final long minute;
  private final List<Long> changes;
  private final Set<Reservation> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int changed;
  private double foreign;
  private long now;

  /**
   * The quotas before the first call.
   *
   * @param minute how long a minute takes, above zero
   * @param random gives the fixed minute its phase
   */
  public QuotaLedger(QuotaPlan plan, Duration minute, RandomGenerator random) {
    var limits = plan.limits();
    this.plan = plan;
    this.minute = minute.toMillis();
    this.changes = plan.timeline().changes();
    var phase = random.nextLong(this.minute);
    tokens = Account.of(plan.window(), this.minute, phase, limits.tokensPerMinute(), plan.burst());
    requests = Account.of(plan.window(), this.minute, phase, limits.requestsPerMinute(), 0);
    day = new FixedAccount(MINUTES_OF_DAY * this.minute, 0, limits.tokensPerDay());
  }

  /** Admits a call if every quota covers it; else nothing is consumed. */
  public Admission admit(long time, Demand demand) {
    advance(time);
    var need = (double) demand.need();
    var shortage = shortage(need);
    if (shortage.isPresent()) {
      return new Admission.Rejected(shortage.get());
    }
    tokens.charge(now, need);
    day.charge(now, need);
    requests.charge(now, 1);
    var reservation = new Reservation(demand, now);
    open.add(reservation);
    return new Admission.Admitted(reservation);
  }

  /**
   * Settles a call that has ended.
   *
   * @param cost what it costs, which may be more than it reserved
   * @throws IllegalStateException if it is settled already
   */
  public void settle(long time, Reservation reservation, long cost) {
    advance(time);
    if (!open.remove(reservation)) {
      throw new IllegalStateException("A reservation is settled once");
    }
    var excess = cost - reservation.held();
    if (excess > 0) {
      tokens.charge(now, excess);
      day.charge(now, excess);
    } else {
      refund(reservation, -excess);
    }
  }

  /** The tokens that are left; below zero if more was settled than had been reserved. */
  public double balance(long time) {
    advance(time);
    return tokens.left(now);
  }

  /** The tokens that foreign consumers have taken so far. */
  public double foreign() {
    return foreign;
  }

  private Optional<Shortage> shortage(double need) {
    if (plan.timeline().isExhausted(now) || !day.covers(now, need)) {
      return Optional.of(Shortage.TOKENS_PER_DAY);
    }
    if (!tokens.covers(now, need)) {
      return Optional.of(Shortage.TOKENS);
    }
    return requests.covers(now, 1) ? Optional.empty() : Optional.of(Shortage.REQUESTS);
  }

  // What happened since the last look happens now, in its order.
  private void advance(long time) {
    var until = Math.max(now, time);
    while (changed < changes.size() && changes.get(changed) <= until) {
      pass(changes.get(changed++));
      change();
    }
    pass(until);
  }

  private void pass(long until) {
    var quota = plan.timeline().limits(plan.limits(), now).tokensPerMinute();
    if (quota != Limits.UNLIMITED) {
      foreign += plan.timeline().foreignShare(now) * quota * (until - now) / minute;
    }
    now = until;
    release();
  }

  private void change() {
    var timeline = plan.timeline();
    var limits = timeline.limits(plan.limits(), now).beside(timeline.foreignShare(now));
    tokens.limit(now, limits.tokensPerMinute());
    requests.limit(now, limits.requestsPerMinute());
    day.limit(now, limits.tokensPerDay());
  }

  private void release() {
    for (var reservation : open) {
      refund(reservation, reservation.release(now));
    }
  }

  private void refund(Reservation reservation, double amount) {
    tokens.refund(now, reservation.admittedAt(), amount);
    day.refund(now, reservation.admittedAt(), amount);
  }
}
