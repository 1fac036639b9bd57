package navigator.bench.stack;

/**
 * Workers of a queue.
 *
 * @param environments at once, each a process
 * @param batch the most messages of one of them at once
 */
public record Fleet(int environments, int batch) {

  /** The most environments of all fleets of a queue, and the largest batch. */
  public static final Fleet LARGEST = new Fleet(5, 10);

  public Fleet {
    if (environments < 1 || batch < 1) {
      throw new IllegalArgumentException("a fleet has one environment and one message at least");
    }
  }
}
