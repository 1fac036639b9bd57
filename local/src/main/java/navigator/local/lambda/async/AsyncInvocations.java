package navigator.local.lambda.async;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import navigator.local.InvokeResult;
import navigator.local.TimeScale;
import navigator.local.journal.Backlog;
import navigator.local.lambda.runtime.Invocation;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asynchronous invocations: every event is tried until the function takes it, has failed too often,
 * or the event is too old; then its destination is told. What a stop leaves unfinished stays in the
 * backlog. Safe for use by many threads.
 */
public final class AsyncInvocations implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AsyncInvocations.class);

  private final Attempts attempts;
  private final FailureDestination destination;
  private final TimeScale timeScale;
  private final InstantSource clock;
  private final Backlog<AsyncEvent> backlog;
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("async-invoke-", 0).factory());

  /** One try of an event. */
  @FunctionalInterface
  public interface Attempts {

    /** Runs the function once and waits for what it says. */
    InvokeResult invoke(LambdaFunction function, Invocation invocation) throws InterruptedException;
  }

  public AsyncInvocations(
      Attempts attempts,
      FailureDestination destination,
      Backlog<AsyncEvent> backlog,
      TimeScale timeScale,
      InstantSource clock) {
    this.attempts = attempts;
    this.destination = destination;
    this.backlog = backlog;
    this.timeScale = timeScale;
    this.clock = clock;
  }

  /** Takes an event, which from here on is tried on a thread of its own. */
  public void accept(LambdaFunction function, Invocation invocation) {
    var event = AsyncEvent.accepted(invocation, clock.instant());
    backlog.keep(event);
    executor.execute(() -> see(function, event));
  }

  /** Goes on with what an earlier process left; what no function is for any more stays left. */
  public void resume(Topology topology) {
    for (var event : backlog.left()) {
      topology
          .findFunction(event.invocation().functionArn())
          .ifPresentOrElse(
              function -> executor.execute(() -> see(function, event)),
              () -> LOG.warn("No function {} takes its event", event.invocation().functionArn()));
    }
  }

  private void see(LambdaFunction function, AsyncEvent event) {
    try {
      destination.tell(function, event, tryUntilItEnds(function, event));
      backlog.finish(event.id());
    } catch (InterruptedException e) {
      LOG.info("An event of {} is left unfinished", function.name());
    }
  }

  private Outcome tryUntilItEnds(LambdaFunction function, AsyncEvent accepted)
      throws InterruptedException {
    var retries = new Retries(function.asyncInvokes(), timeScale, clock);
    var event = accepted;
    while (true) {
      Thread.sleep(Duration.between(clock.instant(), event.dueAt()));
      switch (retries.after(event, attempts.invoke(function, event.invocation()))) {
        case Retries.Next.Again(var next) -> {
          backlog.keep(next);
          event = next;
        }
        case Retries.Next.Ended(var outcome) -> {
          return outcome;
        }
      }
    }
  }

  /** How many events have come to no end yet. */
  public int unfinished() {
    return backlog.size();
  }

  /** Ends all tries; what is unfinished stays in the backlog. */
  @Override
  public void close() {
    executor.shutdownNow();
    executor.close();
  }
}
