package navigator.bench.pipeline;

/**
 * How much is measured.
 *
 * @param warmUp requests before anything counts
 * @param timed requests one after the other
 * @param saturating requests for each function
 * @param conversations that are counted
 */
record Sizes(int warmUp, int timed, int saturating, int conversations) {

  /** In under ten minutes. */
  static final Sizes FULL = new Sizes(40, 300, 400, 10);

  /** In under two. */
  static final Sizes QUICK = new Sizes(10, 30, 60, 2);
}
