package navigator.inference;

import java.time.Duration;
import java.time.Instant;

/**
 * How often and how patiently the model is called.
 *
 * @param callTimeout how long a call may take, unless one before it failed
 * @param callBudget what must be left of the invocation to start a call
 * @param maxAttempts calls before the request is given up, those included whose answer could not be
 *     stored; throttled ones do not count
 * @param failed the wait after so many failed attempts
 * @param throttled the wait of a throttled delivery after so many receives
 */
public record CallPolicy(
    Duration callTimeout, Duration callBudget, int maxAttempts, BackOff failed, BackOff throttled) {

  /**
   * How long a call may take that begins now. After one that failed, which a time-out is, the next
   * has all that the invocation leaves, up to the request's deadline: else what takes longer would
   * never be answered.
   */
  Duration timeout(Progress progress, Instant now, Invocation invocation, Instant deadline) {
    if (progress.attempts() == 0) {
      return callTimeout;
    }
    Instant latest = invocation.endsAt().minus(callBudget.minus(callTimeout));
    Duration longest = Duration.between(now, latest.isBefore(deadline) ? latest : deadline);
    return longest.compareTo(callTimeout) > 0 ? longest : callTimeout;
  }
}
