package navigator.local.lambda.async;

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
 * or the event is too old; then its destination is told. Safe for use by many threads.
 */
public final class AsyncInvocations implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AsyncInvocations.class);

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
    var retries = new Retries(event, function.asyncInvokes(), timeScale, clock);
    while (true) {
      switch (retries.after(attempts.invoke(function, event.invocation()))) {
        case Retries.Next.Again(var pause) -> Thread.sleep(pause);
        case Retries.Next.Ended(var outcome) -> {
          return outcome;
        }
      }
    }
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
