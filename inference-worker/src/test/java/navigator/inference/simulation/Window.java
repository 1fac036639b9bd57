package navigator.inference.simulation;

import java.util.TreeMap;

/** How a simulated Bedrock counts a quota over a minute. Times are in microseconds. */
public sealed interface Window {

  /** In microseconds. */
  long MINUTE = 60_000_000;

  /** The kinds that nobody knows which of them Bedrock has. */
  enum Kind {
    /** A tenth of a minute deep, filled all the time. */
    BUCKET,
    /** Counted anew with each minute. */
    FIXED,
    /** Counted over the last minute. */
    SLIDING;

    Window of(long quota, long largest, long phase) {
      return switch (this) {
        case BUCKET -> new Bucket(quota, largest);
        case FIXED -> new Fixed(quota, phase);
        case SLIDING -> new Sliding(quota);
      };
    }
  }

  /** Takes {@code amount} if it is there. */
  boolean take(long now, long amount);

  /** Turns what was taken {@code then} into what it really was. */
  void settle(long now, long then, long taken, long real);

  /** Changes the quota. */
  void quota(long now, long quota);

  /** A bucket that fills all the time. */
  final class Bucket implements Window {
    private long quota;
    private final long largest;
    private double level;
    private long at;

    Bucket(long quota, long largest) {
      this.quota = quota;
      this.largest = largest;
      this.level = depth();
    }

    private double depth() {
      return Math.max(quota / 10.0, (double) largest);
    }

    private void fill(long now) {
      level = Math.min(depth(), level + (double) quota * (now - at) / MINUTE);
      at = now;
    }

    @Override
    public boolean take(long now, long amount) {
      fill(now);
      if (level < amount) {
        return false;
      }
      level -= amount;
      return true;
    }

    @Override
    public void settle(long now, long then, long taken, long real) {
      fill(now);
      level = Math.min(depth(), level + taken - real);
    }

    @Override
    public void quota(long now, long other) {
      fill(now);
      quota = other;
    }
  }

  /** Minutes with a beginning of their own. */
  final class Fixed implements Window {
    private long quota;
    private final long phase;
    private long window = Long.MIN_VALUE;
    private long used;

    Fixed(long quota, long phase) {
      this.quota = quota;
      this.phase = phase;
    }

    private long window(long time) {
      return Math.floorDiv(time + phase, MINUTE);
    }

    @Override
    public boolean take(long now, long amount) {
      if (window(now) != window) {
        window = window(now);
        used = 0;
      }
      if (used + amount > quota) {
        return false;
      }
      used += amount;
      return true;
    }

    @Override
    public void settle(long now, long then, long taken, long real) {
      if (window(then) == window) {
        used += real - taken;
      }
    }

    @Override
    public void quota(long now, long other) {
      quota = other;
    }
  }

  /** The last minute, whenever that is. */
  final class Sliding implements Window {
    private long quota;
    private final TreeMap<Long, Long> taken = new TreeMap<>();
    private long sum;

    Sliding(long quota) {
      this.quota = quota;
    }

    private void expire(long now) {
      while (!taken.isEmpty() && taken.firstKey() <= now - MINUTE) {
        sum -= taken.pollFirstEntry().getValue();
      }
    }

    @Override
    public boolean take(long now, long amount) {
      expire(now);
      if (sum + amount > quota) {
        return false;
      }
      taken.merge(now, amount, Long::sum);
      sum += amount;
      return true;
    }

    @Override
    public void settle(long now, long then, long amount, long real) {
      expire(now);
      if (taken.computeIfPresent(then, (_, all) -> all + real - amount) != null) {
        sum += real - amount;
      }
    }

    @Override
    public void quota(long now, long other) {
      quota = other;
    }
  }
}
