package navigator.local.lambda.mapping;

import java.time.Duration;

/** How long a poller waits after failures in a row: a capped doubling. Safe for many threads. */
final class BackOff {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration CAP = Duration.ofSeconds(10);
  private static final int MOST_DOUBLINGS = 16;

  private int failures;

  synchronized void failed() {
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
  }

  synchronized void succeeded() {
    failures = 0;
  }

  /** Zero as long as nothing failed since the last success. */
  synchronized Duration pause() {
    if (failures == 0) {
      return Duration.ZERO;
    }
    var doubled = FIRST.multipliedBy(1L << (failures - 1));
    return doubled.compareTo(CAP) < 0 ? doubled : CAP;
  }

  void await() throws InterruptedException {
    Thread.sleep(pause());
  }
}
