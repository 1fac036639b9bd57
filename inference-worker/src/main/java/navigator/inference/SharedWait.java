package navigator.inference;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that a batch may spend waiting in process. Waits that overlap cost their common part
 * once. Safe for use by many threads.
 */
public final class SharedWait {

  private Duration left;
  private Instant coveredUntil = Instant.MIN;

  /** Nothing is spent of {@code total} yet. */
  public SharedWait(Duration total) {
    this.left = total;
  }

  /** Until when a wait that begins at {@code now} may last. What is taken does not shorten it. */
  public synchronized Instant latest(Instant now) {
    return (now.isAfter(coveredUntil) ? now : coveredUntil).plus(left);
  }

  /** Takes the wait from {@code now} for {@code wait}, if that much is left. */
  public synchronized boolean tryTake(Instant now, Duration wait) {
    Instant end = now.plus(wait);
    if (!end.isAfter(coveredUntil)) {
      return true;
    }
    Instant uncovered = now.isAfter(coveredUntil) ? now : coveredUntil;
    Duration cost = Duration.between(uncovered, end);
    if (cost.compareTo(left) > 0) {
      return false;
    }
    left = left.minus(cost);
    coveredUntil = end;
    return true;
  }
}
