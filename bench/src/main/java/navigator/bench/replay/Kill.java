package navigator.bench.replay;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A moment at which a driver is killed.
 *
 * @param steps that must have been done since the start: matched, sent and ended ones together
 * @param delay how much later, so that it is anywhere in a step
 */
record Kill(long steps, Duration delay) {

  /** A request is matched, sent and ended. */
  static final int STEPS_OF_REQUEST = 3;

  /** Of all steps: what is left at the last kill is enough to be in the middle of. */
  private static final double LATEST = 0.95;

  private static final int MOST_DELAY_MILLIS = 250;

  /** The moments, the first one first; the same seed gives the same. */
  static List<Kill> plan(ReplaySizes sizes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long most = Math.max(1, (long) (sizes.requests() * STEPS_OF_REQUEST * LATEST));
    return IntStream.range(0, sizes.kills())
        .mapToObj(
            _ ->
                new Kill(
                    random.nextLong(most) + 1,
                    Duration.ofMillis(random.nextInt(MOST_DELAY_MILLIS))))
        .sorted(Comparator.comparingLong(Kill::steps))
        .toList();
  }

  /** How many steps a replay has behind it. */
  static long steps(Progress progress) {
    return progress.matched() + progress.sent() + progress.ended();
  }
}
