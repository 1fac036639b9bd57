package navigator.ingest.lambda;

import java.time.Duration;

/** Durations in the whole seconds that HTTP fields take, rounded up. */
final class Seconds {

  private Seconds() {}

  static long of(Duration duration) {
    return duration.plusSeconds(1).minusNanos(1).toSeconds();
  }

  static long atLeastOne(Duration duration) {
    return Math.max(1, of(duration));
  }
}
