package navigator.infra;

import java.util.OptionalInt;

/**
 * How much is done at once.
 *
 * @param workers the most invocations of the worker at once, from 2 to 1000
 * @param waiters the most clients at once that wait for an outcome, from 1 to 1000
 * @param reserved whether that much concurrency is set aside for the worker, and that much for the
 *     waiters, who then take nothing from the others; accounts with a small quota refuse it, and
 *     without it nobody waits
 * @param requestsPerSecond that the API admits
 * @param burst requests that the API admits at once
 * @param users how much one of them may ask for
 */
record Capacity(
    int workers, int waiters, boolean reserved, int requestsPerSecond, int burst, PerUser users) {

  /** Messages that one invocation of the worker gets. */
  static final int BATCH_SIZE = 10;

  public Capacity {
    if (workers < 2 || workers > 1000) {
      throw new IllegalArgumentException("workers is from 2 to 1000, not " + workers);
    }
    if (waiters < 1 || waiters > 1000) {
      throw new IllegalArgumentException("waiters is from 1 to 1000, not " + waiters);
    }
    if (requestsPerSecond < 1 || burst < 1) {
      throw new IllegalArgumentException("The API must admit at least one request");
    }
  }

  /** 5 workers with up to 10 messages each: 50 calls of the model at once. */
  public static Capacity defaults() {
    return new Capacity(5, 25, true, 50, 100, new PerUser(30, 10));
  }

  /** How many calls of the model the workers can make at once. */
  int callsAtOnce() {
    return workers * BATCH_SIZE;
  }

  Capacity withWorkers(int count) {
    return new Capacity(count, waiters, reserved, requestsPerSecond, burst, users);
  }

  Capacity withWaiters(int count) {
    return new Capacity(workers, count, reserved, requestsPerSecond, burst, users);
  }

  Capacity reserving(boolean reserve) {
    return new Capacity(workers, waiters, reserve, requestsPerSecond, burst, users);
  }

  Capacity withUsers(PerUser other) {
    return new Capacity(workers, waiters, reserved, requestsPerSecond, burst, other);
  }

  /** What is set aside for a function of which so many invocations may run at once. */
  OptionalInt reservation(int invocations) {
    return reserved ? OptionalInt.of(invocations) : OptionalInt.empty();
  }
}
