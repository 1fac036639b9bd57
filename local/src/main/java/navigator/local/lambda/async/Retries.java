package navigator.local.lambda.async;

import java.time.Duration;
import java.time.InstantSource;
import navigator.local.InvokeResult;
import navigator.local.InvokeResult.Failed;
import navigator.local.TimeScale;
import navigator.local.topology.AsyncInvokes;

/**
 * What follows each try of an asynchronous event. Function errors are retried after one and two
 * minutes, throttles with a doubling wait from one second to five minutes, all divided by the time
 * scale; the event's maximum age is the stack's, and is not.
 *
 * @param configuration the function's
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">How
 *     Lambda handles errors and retries with asynchronous invocation</a>
 */
record Retries(AsyncInvokes configuration, TimeScale timeScale, InstantSource clock) {
  private static final Duration THROTTLE_CAP = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;

  /** What to do after a try. */
  sealed interface Next {

    /** Try again when it is due. */
    record Again(AsyncEvent event) implements Next {}

    /** The event has come to its end. */
    record Ended(Outcome outcome) implements Next {}
  }

  Next after(AsyncEvent event, InvokeResult result) {
    return switch (result) {
      case InvokeResult.Returned _ -> new Next.Ended(new Outcome.Done());
      case Failed failed -> afterFailure(event.failed(), failed);
      case InvokeResult.Throttled _ -> unlessTooOld(event.throttled(), throttleWait(event));
    };
  }

  private Next afterFailure(AsyncEvent event, Failed failed) {
    return event.failures() > configuration.maximumRetries()
        ? new Next.Ended(new Outcome.RetriesExhausted(event.failures(), failed))
        : unlessTooOld(event, Duration.ofMinutes(event.failures()));
  }

  private static Duration throttleWait(AsyncEvent event) {
    var doubled = Duration.ofSeconds(1L << Math.min(event.throttles(), MOST_DOUBLINGS));
    return doubled.compareTo(THROTTLE_CAP) < 0 ? doubled : THROTTLE_CAP;
  }

  private Next unlessTooOld(AsyncEvent event, Duration wait) {
    var next = clock.instant().plus(timeScale.scaled(wait));
    var oldest = event.acceptedAt().plus(configuration.maximumAge());
    return next.isAfter(oldest)
        ? new Next.Ended(new Outcome.EventAgeExceeded(event.failures()))
        : new Next.Again(event.dueAt(next));
  }
}
