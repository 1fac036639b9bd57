package navigator.local.eventbridge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import navigator.local.FunctionInvoker;
import navigator.local.TimeScale;
import navigator.local.eventbridge.RuleBook.RuleTarget;

/**
 * Hands events over to the asynchronous queues of functions. A hand-over that fails is tried again,
 * with back-off and jitter, for as long and as often as the target says, and ends in the target's
 * dead-letter queue. What the function then does with the event is not EventBridge's business.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html">How
 *     EventBridge retries delivering events</a>
 */
final class Delivery {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final FunctionInvoker functions;
  private final UndeliveredEvents undelivered;
  private final TimeScale timeScale;
  private final InstantSource clock;
  private final RandomGenerator random;

  Delivery(
      FunctionInvoker functions,
      UndeliveredEvents undelivered,
      TimeScale timeScale,
      InstantSource clock,
      RandomGenerator random) {
    this.functions = functions;
    this.undelivered = undelivered;
    this.timeScale = timeScale;
    this.clock = clock;
    this.random = random;
  }

  /** Why a target was given up. */
  private enum Exhausted {
    MaximumRetryAttempts,
    MaximumEventAgeInSeconds
  }

  /** Returns when the event is handed over or given up. */
  void deliver(PendingDelivery pending, RuleTarget to) throws InterruptedException {
    var event = pending.event();
    var target = to.target();
    var giveUpAt = pending.acceptedAt().plus(target.maximumAge());
    for (var failures = 0; ; failures++) {
      try {
        functions.invokeAsync(target.functionArn(), event.json());
        return;
      } catch (RuntimeException e) {
        if (failures == target.maximumRetries() || isPast(giveUpAt)) {
          var why =
              isPast(giveUpAt)
                  ? Exhausted.MaximumEventAgeInSeconds
                  : Exhausted.MaximumRetryAttempts;
          undelivered.send(event, to, failures, why.name(), e);
          return;
        }
        Thread.sleep(wait(failures));
      }
    }
  }

  private boolean isPast(Instant end) {
    return !clock.instant().isBefore(end);
  }

  /** Full jitter over a capped doubling. */
  private Duration wait(int failures) {
    var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 20));
    var longest = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    return timeScale.scaled(Duration.ofMillis(random.nextLong(longest.toMillis() + 1)));
  }
}
