package navigator.inference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How long a request may be waited for in process: until its deadline, and never so long that no
 * call fits into the invocation afterwards, or that the batch waits for more than it may.
 *
 * @param callBudget what must be left of the invocation after a wait
 */
record Waiting(
    Invocation invocation,
    Instant deadline,
    Duration callBudget,
    Pause pause,
    InstantSource clock) {

  /** The same, but no longer than until {@code latest}. */
  Waiting noLongerThan(Instant latest) {
    return new Waiting(invocation, earlier(deadline, latest), callBudget, pause, clock);
  }

  /** The longest wait from now. */
  Duration patience() {
    Instant now = clock.instant();
    Instant latest = earlier(deadline, invocation.endsAt().minus(callBudget));
    Duration patience = Duration.between(now, earlier(latest, invocation.waiting().latest(now)));
    return patience.isNegative() ? Duration.ZERO : patience;
  }

  /** Waits until {@code time} if that may be; false: it was not waited for. */
  boolean until(Instant time) {
    Instant now = clock.instant();
    if (!time.isAfter(now)) {
      return true;
    }
    Duration wait = Duration.between(now, time);
    if (wait.compareTo(patience()) > 0 || !invocation.waiting().tryTake(now, wait)) {
      return false;
    }
    try {
      pause.during(wait);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
