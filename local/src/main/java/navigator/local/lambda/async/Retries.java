package navigator.local.lambda.async;

import java.time.Duration;
import java.time.InstantSource;
import navigator.local.InvokeResult;
import navigator.local.InvokeResult.Failed;
import navigator.local.TimeScale;
import navigator.local.topology.AsyncInvokes;

/**
 * What follows each try of one asynchronous event. Function errors are retried after one and two
 * minutes, throttles with a doubling wait from one second to five minutes, all divided by the time
 * scale; the event's maximum age is the stack's, and is not. For one thread.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">How
 *     Lambda handles errors and retries with asynchronous invocation</a>
 */
final class Retries {
  private static final Duration THROTTLE_CAP = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;

  private final AsyncEvent event;
  private final AsyncInvokes configuration;
  private final TimeScale timeScale;
  private final InstantSource clock;
  private int failures;
  private int throttles;

  Retries(AsyncEvent event, AsyncInvokes configuration, TimeScale timeScale, InstantSource clock) {
    this.event = event;
    this.configuration = configuration;
    this.timeScale = timeScale;
    this.clock = clock;
  }

  /** What to do after a try. */
  sealed interface Next {

    /** Try again after a wait. */
    record Again(Duration pause) implements Next {}

    /** The event has come to its end. */
    record Ended(Outcome outcome) implements Next {}
  }

  Next after(InvokeResult result) {
    return switch (result) {
      case InvokeResult.Returned _ -> new Next.Ended(new Outcome.Done());
      case Failed failed -> afterFailure(failed);
      case InvokeResult.Throttled _ -> unlessTooOld(afterThrottle());
    };
  }

  private Next afterFailure(Failed failed) {
    failures++;
    return failures > configuration.maximumRetries()
        ? new Next.Ended(new Outcome.RetriesExhausted(failures, failed))
        : unlessTooOld(Duration.ofMinutes(failures));
  }

  private Duration afterThrottle() {
    var doubled = Duration.ofSeconds(1L << Math.min(throttles++, MOST_DOUBLINGS));
    return doubled.compareTo(THROTTLE_CAP) < 0 ? doubled : THROTTLE_CAP;
  }

  private Next unlessTooOld(Duration wait) {
    var scaled = timeScale.scaled(wait);
    var oldest = event.acceptedAt().plus(configuration.maximumAge());
    return clock.instant().plus(scaled).isAfter(oldest)
        ? new Next.Ended(new Outcome.EventAgeExceeded(failures))
        : new Next.Again(scaled);
  }
}
