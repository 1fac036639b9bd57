package navigator.ops.replay;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a replay would do, as operators see it.
 *
 * @param atLeast whether counting was stopped, so that there may be more
 * @param countedUpTo the failure at which it was stopped; null if it was not, or at once
 * @param seconds that asking takes at the rate, the answers not counted
 * @param tokens that it may take; null if nobody knows
 */
public record ReplayPlanObject(
    long asked,
    boolean beyondMaximum,
    boolean atLeast,
    Map<String, Long> byCode,
    @Nullable Instant oldest,
    @Nullable Instant newest,
    @Nullable Instant countedUpTo,
    long seconds,
    @Nullable TokenEstimate tokens) {

  public static ReplayPlanObject of(ReplayPlan plan) {
    Map<String, Long> byCode = new TreeMap<>();
    plan.byCode().forEach((code, count) -> byCode.put(code.wireName(), count));
    return new ReplayPlanObject(
        plan.asked(),
        plan.beyondMaximum(),
        plan.atLeast(),
        byCode,
        plan.oldest(),
        plan.newest(),
        plan.countedUpTo(),
        plan.time().toSeconds(),
        plan.tokens().orElse(null));
  }
}
