package navigator.local.lambda.async;

import java.time.Instant;
import navigator.local.journal.Pending;
import navigator.local.lambda.runtime.Invocation;

/**
 * An event that was accepted for a function, with what became of it so far.
 *
 * @param acceptedAt from when on it ages
 * @param failures tries that the function failed
 * @param throttles tries for which there was no environment
 * @param dueAt when it is to be tried next
 */
public record AsyncEvent(
    Invocation invocation, Instant acceptedAt, int failures, int throttles, Instant dueAt)
    implements Pending {

  /** One that was accepted now and is due at once. */
  static AsyncEvent accepted(Invocation invocation, Instant now) {
    return new AsyncEvent(invocation, now, 0, 0, now);
  }

  AsyncEvent failed() {
    return new AsyncEvent(invocation, acceptedAt, failures + 1, throttles, dueAt);
  }

  AsyncEvent throttled() {
    return new AsyncEvent(invocation, acceptedAt, failures, throttles + 1, dueAt);
  }

  AsyncEvent dueAt(Instant next) {
    return new AsyncEvent(invocation, acceptedAt, failures, throttles, next);
  }

  @Override
  public String id() {
    return invocation.requestId();
  }
}
