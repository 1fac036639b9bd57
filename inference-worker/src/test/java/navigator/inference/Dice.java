package navigator.inference;

import java.util.random.RandomGenerator;

/** Generators that always draw the same end of the range. */
final class Dice {

  private Dice() {}

  static RandomGenerator highest() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return Long.MAX_VALUE;
      }

      @Override
      public long nextLong(long bound) {
        return bound - 1;
      }
    };
  }

  static RandomGenerator lowest() {
    return () -> 0L;
  }
}
