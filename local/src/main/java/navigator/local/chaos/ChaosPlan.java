package navigator.local.chaos;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The chances of a run. Each component draws from a generator of its own, split off by name, so
 * that what one draws does not depend on how often the others do.
 *
 * @param requests to send
 * @param longest after which no more are sent
 */
public record ChaosPlan(long seed, int requests, Duration longest) {

  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  /** A component's generator; for one thread. */
  RandomGenerator random(String component) {
    long hash = component.chars().asLongStream().reduce(1, (sum, c) -> sum * MIX + c);
    return new SplittableRandom(seed * MIX ^ hash);
  }

  /** The first of some kinds that strikes, if one does: at most one does. */
  static Optional<Kind> draw(List<Kind> kinds, RandomGenerator random) {
    double left = random.nextDouble();
    for (Kind kind : kinds) {
      left -= kind.rate();
      if (left < 0) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The kinds whose names begin so. */
  static List<Kind> kinds(String prefix) {
    return Arrays.stream(Kind.values()).filter(k -> k.name().startsWith(prefix)).toList();
  }
}
