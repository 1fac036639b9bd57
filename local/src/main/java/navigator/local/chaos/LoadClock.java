package navigator.local.chaos;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * The time of a run, told by its load: what strikes or acts now and then does so once in so many
 * requests, so that these meet as much of it on any machine. Safe for use by many threads.
 */
final class LoadClock {

  // How long the load may stand still before a wait ends all the same.
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final IntSupplier accepted;

  /**
   * A clock.
   *
   * @param accepted how many requests were, so far
   */
  LoadClock(IntSupplier accepted) {
    this.accepted = accepted;
  }

  /** Waits until so many more requests are accepted, or until none was for a while. */
  void await(int requests) throws InterruptedException {
    int seen = accepted.getAsInt();
    int due = seen + requests;
    long end = System.nanoTime() + LONGEST.toNanos();
    while (seen < due && System.nanoTime() < end) {
      Thread.sleep(LOOK);
      int now = accepted.getAsInt();
      if (now > seen) {
        end = System.nanoTime() + LONGEST.toNanos();
      }
      seen = now;
    }
  }
}
