package navigator.ops.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What a replay would do, if it were started now.
 *
 * @param asked how many requests
 * @param beyondMaximum whether more are selected than it may ask
 * @param atLeast whether counting was stopped, so that there may be more of everything
 * @param byCode how many of each code
 * @param oldest when the first of them failed; null if there is none
 * @param newest when the last of them failed; null if there is none
 * @param countedUpTo the failure at which counting was stopped; null if it was not, or at once
 * @param time that asking takes at its rate, the canary's waits and the answers themselves not
 *     counted
 * @param tokens that it may take; empty if that is not known
 */
public record ReplayPlan(
    long asked,
    boolean beyondMaximum,
    boolean atLeast,
    Map<ErrorCode, Long> byCode,
    @Nullable Instant oldest,
    @Nullable Instant newest,
    @Nullable Instant countedUpTo,
    Duration time,
    Optional<TokenEstimate> tokens) {

  public ReplayPlan {
    byCode = Map.copyOf(byCode);
  }

  /** Whether there is nothing to be asked, for certain. */
  public boolean isEmpty() {
    return asked == 0 && !atLeast;
  }
}
