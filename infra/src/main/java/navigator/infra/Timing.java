package navigator.infra;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * The times of the worker and its queue. Each is longer than the one before, or a slow call would
 * be answered twice: a call ends before its time budget, the budget before the function's time-out,
 * the time-out before the claim's lease, and the lease before the message comes back.
 *
 * @param defaultDeadline within which a request ends that names no deadline, from 30 s to 1 h
 * @param modelCallTimeout of one call of the model
 * @param modelCallBudget the time an invocation must have left to start a call
 * @param maxInProcessWait the longest back-off that is waited out in the function
 * @param workerTimeout of the worker function, whole seconds
 * @param claimLease for which a claimed request is nobody else's
 * @param visibilityTimeout of the request queue, whole seconds
 */
record Timing(
    Duration defaultDeadline,
    Duration modelCallTimeout,
    Duration modelCallBudget,
    Duration maxInProcessWait,
    Duration workerTimeout,
    Duration claimLease,
    Duration visibilityTimeout) {

  public Timing {
    require(
        defaultDeadline.compareTo(Duration.ofSeconds(30)) >= 0
            && defaultDeadline.compareTo(Duration.ofHours(1)) <= 0,
        "A default deadline is from 30 s to 1 h, not " + defaultDeadline);
    require(modelCallTimeout.isPositive(), "A model call needs a positive time-out");
    require(!maxInProcessWait.isNegative(), "A wait is not negative: " + maxInProcessWait);
    requireOrder("model call time-out", modelCallTimeout, "model call budget", modelCallBudget);
    requireOrder("longest in-process wait", maxInProcessWait, "worker time-out", workerTimeout);
    requireOrder("model call budget", modelCallBudget, "worker time-out", workerTimeout);
    requireOrder("worker time-out", workerTimeout, "claim lease", claimLease);
    requireOrder("claim lease", claimLease, "visibility time-out", visibilityTimeout);
    requireWholeSeconds(workerTimeout);
    requireWholeSeconds(visibilityTimeout);
  }

  /** The times of every deployment. */
  public static Timing deployed() {
    return new Timing(
        Duration.ofMinutes(15),
        Duration.ofSeconds(30),
        // The longest call, then a store and a release that each take as long as they may.
        Duration.ofSeconds(40),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        Duration.ofSeconds(75),
        Duration.ofSeconds(90));
  }

  /** The same order of times, so short that a test can wait for each of them. */
  public static Timing forTests() {
    return new Timing(
        Duration.ofMinutes(15),
        Duration.ofSeconds(3),
        Duration.ofSeconds(4),
        Duration.ofSeconds(2),
        Duration.ofSeconds(15),
        Duration.ofSeconds(18),
        Duration.ofSeconds(20));
  }

  private static void requireOrder(String shorter, Duration less, String longer, Duration more) {
    require(
        less.compareTo(more) < 0,
        "The %s (%s) must be shorter than the %s (%s)".formatted(shorter, less, longer, more));
  }

  private static void requireWholeSeconds(Duration time) {
    require(
        time.equals(time.truncatedTo(ChronoUnit.SECONDS)), "AWS takes whole seconds, not " + time);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
