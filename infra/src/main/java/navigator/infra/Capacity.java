package navigator.infra;

/**
 * How much is done at once.
 *
 * @param workers the most invocations of the worker at once, from 2 to 1000
 * @param reserved whether that much concurrency is set aside for the worker; accounts with a small
 *     quota refuse it
 * @param requestsPerSecond that the API admits
 * @param burst requests that the API admits at once
 */
public record Capacity(int workers, boolean reserved, int requestsPerSecond, int burst) {

  public Capacity {
    if (workers < 2 || workers > 1000) {
      throw new IllegalArgumentException("workers is from 2 to 1000, not " + workers);
    }
    if (requestsPerSecond < 1 || burst < 1) {
      throw new IllegalArgumentException("The API must admit at least one request");
    }
  }

  /** 5 workers with up to 10 messages each: 50 calls of the model at once. */
  public static Capacity defaults() {
    return new Capacity(5, true, 50, 100);
  }

  Capacity withWorkers(int count) {
    return new Capacity(count, reserved, requestsPerSecond, burst);
  }

  Capacity reserving(boolean reserve) {
    return new Capacity(workers, reserve, requestsPerSecond, burst);
  }
}
