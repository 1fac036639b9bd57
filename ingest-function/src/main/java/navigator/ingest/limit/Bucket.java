package navigator.ingest.limit;

import java.time.Duration;

/**
 * A token bucket, kept as one time: when it will be full again, the theoretical arrival time (tat)
 * of the generic cell rate algorithm. Times are microseconds since 1970.
 *
 * @param window in which an empty bucket fills up
 * @param interval in which it gets one token
 * @see <a href="https://www.itu.int/rec/T-REC-I.371">ITU-T I.371, annex A: GCRA</a>
 */
record Bucket(long window, long interval) {

  private static final long MINUTE = 60_000_000;

  static Bucket perMinute(int tokens) {
    // Rounded down: a full bucket holds what it should.
    return new Bucket(MINUTE, MINUTE / tokens);
  }

  /** Above this tat there is no token. */
  long latest(long now) {
    return now + window - interval;
  }

  /** How long it takes until there is a token; zero if there is one. */
  Duration wait(long tat, long now) {
    return micros(Math.max(0, tat - latest(now)));
  }

  /** The whole tokens in it. */
  int left(long tat, long now) {
    return (int) ((window - taken(tat, now)) / interval);
  }

  /** How long it takes until there is one token more; zero if it is full. */
  Duration untilNext(long tat, long now) {
    long taken = taken(tat, now);
    return micros(Math.max(0, taken - (window - (left(tat, now) + 1) * interval)));
  }

  private long taken(long tat, long now) {
    return Math.clamp(tat - now, 0, window);
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1_000);
  }
}
