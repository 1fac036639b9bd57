package navigator.local.lambda.async;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import navigator.local.InvokeResult;
import navigator.local.TimeScale;
import navigator.local.lambda.runtime.Invocation;
import navigator.local.topology.LambdaFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asynchronous invocations: every event is tried until the function takes it, has failed too often,
 * or the event is too old. Function errors are retried after one and two minutes, throttles with a
 * doubling wait from one second to five minutes, all divided by the time scale; an event's maximum
 * age is the stack's and is not. Safe for use by many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">How
 *     Lambda handles errors and retries with asynchronous invocation</a>
 */
public final class AsyncInvocations implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AsyncInvocations.class);
  private static final Duration THROTTLE_CAP = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;

  private final Attempts attempts;
  private final FailureDestination destination;
  private final TimeScale timeScale;
  private final InstantSource clock;
  private final AcceptedEvents accepted = new AcceptedEvents();
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("async-invoke-", 0).factory());

  /** One try of an event. */
  @FunctionalInterface
  public interface Attempts {

    /** Runs the function once and waits for what it says. */
    InvokeResult invoke(LambdaFunction function, Invocation invocation) throws InterruptedException;
  }

  public AsyncInvocations(
      Attempts attempts, FailureDestination destination, TimeScale timeScale, InstantSource clock) {
    this.attempts = attempts;
    this.destination = destination;
    this.timeScale = timeScale;
    this.clock = clock;
  }

  /** Takes an event, which from here on is tried on a thread of its own. */
  public void accept(LambdaFunction function, Invocation invocation) {
    var event = new AsyncEvent(invocation, clock.instant());
    accepted.add(event);
    executor.execute(() -> see(function, event));
  }

  private void see(LambdaFunction function, AsyncEvent event) {
    try {
      destination.tell(function, event, tryUntilItEnds(function, event));
      accepted.remove(event);
    } catch (InterruptedException e) {
      LOG.info("An event of {} is left unfinished", function.name());
    }
  }

  private Outcome tryUntilItEnds(LambdaFunction function, AsyncEvent event)
      throws InterruptedException {
    var failures = 0;
    var throttles = 0;
    while (true) {
      var wait = Duration.ZERO;
      switch (attempts.invoke(function, event.invocation())) {
        case InvokeResult.Returned returned -> {
          return new Outcome.Done();
        }
        case InvokeResult.Failed failed -> {
          failures++;
          if (failures > function.asyncInvokes().maximumRetries()) {
            return new Outcome.RetriesExhausted(failures, failed);
          }
          wait = Duration.ofMinutes(failures);
        }
        case InvokeResult.Throttled throttled -> wait = afterThrottle(throttles++);
      }
      var scaled = timeScale.scaled(wait);
      if (tooOldAfter(scaled, function, event)) {
        return new Outcome.EventAgeExceeded(failures);
      }
      Thread.sleep(scaled);
    }
  }

  private static Duration afterThrottle(int throttles) {
    var doubled = Duration.ofSeconds(1L << Math.min(throttles, MOST_DOUBLINGS));
    return doubled.compareTo(THROTTLE_CAP) < 0 ? doubled : THROTTLE_CAP;
  }

  private boolean tooOldAfter(Duration wait, LambdaFunction function, AsyncEvent event) {
    var oldest = event.acceptedAt().plus(function.asyncInvokes().maximumAge());
    return clock.instant().plus(wait).isAfter(oldest);
  }

  /** How many events have come to no end yet. */
  public int unfinished() {
    return accepted.size();
  }

  /** Ends all tries; what is unfinished is given up. */
  @Override
  public void close() {
    executor.shutdownNow();
    executor.close();
  }
}
