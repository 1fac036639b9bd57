package navigator.bench.fleet;

/**
 * What one key of a table takes of reads or of writes: so many a second, and a second's worth at
 * once. Times are in microseconds.
 */
final class Throughput {

  private static final long SECOND = 1_000_000;

  private final double limit;
  private double level;
  private long at = Long.MIN_VALUE;
  private long asked;
  private long throttled;
  private long second;
  private long inSecond;
  private long peak;

  /** Nothing was asked for yet. */
  Throughput(long aSecond) {
    this.limit = aSecond;
    this.level = aSecond;
  }

  /** Whether one more is taken; if not, it was throttled. */
  boolean take(long now) {
    count(now);
    level = at == Long.MIN_VALUE ? limit : Math.min(limit, level + (now - at) * limit / 1e6);
    at = now;
    if (level < 1) {
      throttled++;
      return false;
    }
    level--;
    return true;
  }

  private void count(long now) {
    asked++;
    if (now / SECOND != second) {
      second = now / SECOND;
      inSecond = 0;
    }
    inSecond++;
    peak = Math.max(peak, inSecond);
  }

  /** How many there were, throttled ones included. */
  long asked() {
    return asked;
  }

  long throttled() {
    return throttled;
  }

  /** The most of a second, throttled ones included. */
  long peak() {
    return peak;
  }
}
