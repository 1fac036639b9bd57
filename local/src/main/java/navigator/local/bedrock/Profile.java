package navigator.local.bedrock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import navigator.local.bedrock.quota.Admission;
import navigator.local.bedrock.quota.Demand;
import navigator.local.bedrock.quota.QuotaLedger;
import navigator.local.bedrock.quota.QuotaPlan;
import navigator.local.bedrock.quota.Reservation;
import org.jspecify.annotations.Nullable;

/**
 * A model or an inference profile under load, from its first call on. Its ledger has one writer at
 * a time, and the log its order. Safe for use by many threads.
 */
final class Profile {
  private final QuotaPlan plan;
  private final PromptCache cache;
  private final QuotaLedger ledger;
  private final InstantSource clock;
  private final QuotaLog log;
  private final Instant firstCall;

  Profile(QuotaPlan plan, Duration minute, long seed, InstantSource clock, QuotaLog log) {
    this.plan = plan;
    this.cache = new PromptCache(minute);
    this.ledger = new QuotaLedger(plan, minute, new SplittableRandom(seed));
    this.clock = clock;
    this.log = log;
    this.firstCall = clock.instant();
  }

  /** A call as the log names it. */
  record Caller(String callId, String modelId, String tenantHash, String questionHash) {}

  QuotaPlan plan() {
    return plan;
  }

  PromptCache cache() {
    return cache;
  }

  boolean isDown() {
    return plan.timeline().isDown(since(clock.instant()));
  }

  double slowness() {
    return plan.timeline().slowness(since(clock.instant()));
  }

  synchronized Admission admit(Caller caller, Demand demand) {
    var now = clock.instant();
    var admission = ledger.admit(since(now), demand);
    switch (admission) {
      case Admission.Admitted admitted ->
          log(now, QuotaEntry.Kind.ADMITTED, caller, demand.need(), 0, "");
      case Admission.Rejected(var shortage) ->
          log(now, QuotaEntry.Kind.REJECTED, caller, demand.need(), 0, shortage.name());
    }
    return admission;
  }

  synchronized void settle(Caller caller, Reservation reservation, long cost, String outcome) {
    var now = clock.instant();
    ledger.settle(since(now), reservation, cost);
    log(now, QuotaEntry.Kind.SETTLED, caller, reservation.need(), cost, outcome);
  }

  synchronized void fail(Caller caller, String outcome) {
    log(clock.instant(), QuotaEntry.Kind.FAILED, caller, 0, 0, outcome);
  }

  private void log(
      Instant now, QuotaEntry.Kind kind, Caller caller, long need, long settled, String outcome) {
    log.add(
        new QuotaEntry(
            now,
            kind,
            caller.callId(),
            caller.modelId(),
            caller.tenantHash(),
            caller.questionHash(),
            need,
            balance(now),
            settled,
            outcome,
            ledger.foreign()));
  }

  private @Nullable Double balance(Instant now) {
    var balance = ledger.balance(since(now));
    return Double.isInfinite(balance) ? null : balance;
  }

  private long since(Instant now) {
    return Duration.between(firstCall, now).toMillis();
  }
}
