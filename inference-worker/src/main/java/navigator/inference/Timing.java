package navigator.inference;

import java.time.Duration;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;

/**
 * The times of a delivery, each longer than the one before it needs.
 *
 * @param callBudget what must be left of the invocation to start a model call
 * @param maxInProcessWait what a batch may spend waiting
 * @param lease how long a claim holds a request
 * @param visibility how long a message stays with the delivery that received it
 */
public record Timing(
    Duration callBudget, Duration maxInProcessWait, Duration lease, Duration visibility) {

  private static final Duration LONGEST = Duration.ofMinutes(15);

  static Timing of(Settings settings) {
    Duration shortest = Duration.ofMillis(100);
    Duration call = settings.duration(Variable.MODEL_CALL_TIMEOUT, shortest, LONGEST);
    Timing timing =
        new Timing(
            settings.duration(Variable.MODEL_CALL_BUDGET, shortest, LONGEST),
            settings.duration(Variable.MAX_IN_PROCESS_WAIT, Duration.ZERO, LONGEST),
            settings.duration(Variable.CLAIM_LEASE, shortest, LONGEST),
            settings.duration(Variable.VISIBILITY_TIMEOUT, Duration.ofSeconds(1), LONGEST));
    settings.require(
        timing.callBudget.compareTo(call) > 0,
        Variable.MODEL_CALL_BUDGET + " is not longer than " + Variable.MODEL_CALL_TIMEOUT);
    settings.require(
        timing.lease.compareTo(timing.callBudget) > 0,
        Variable.CLAIM_LEASE + " is not longer than " + Variable.MODEL_CALL_BUDGET);
    settings.require(
        timing.visibility.compareTo(timing.lease) > 0,
        Variable.VISIBILITY_TIMEOUT + " is not longer than " + Variable.CLAIM_LEASE);
    return timing;
  }
}
