package navigator.ops.http;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import navigator.ops.replay.ReplayPlan;
import navigator.ops.replay.TokenEstimate;
import org.jspecify.annotations.Nullable;

/**
 * What a replay would do, as operators see it.
 *
 * @param seconds that asking takes at the rate, the answers not counted
 * @param tokens that it may take; null if nobody knows
 */
record ReplayPlanObject(
    long asked,
    boolean beyondMaximum,
    Map<String, Long> byCode,
    @Nullable Instant oldest,
    @Nullable Instant newest,
    long seconds,
    @Nullable TokenEstimate tokens) {

  static ReplayPlanObject of(ReplayPlan plan) {
    Map<String, Long> byCode = new TreeMap<>();
    plan.byCode().forEach((code, count) -> byCode.put(code.wireName(), count));
    return new ReplayPlanObject(
        plan.asked(),
        plan.beyondMaximum(),
        byCode,
        plan.oldest(),
        plan.newest(),
        plan.time().toSeconds(),
        plan.tokens().orElse(null));
  }
}
