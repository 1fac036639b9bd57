package navigator.bench.replay;

/**
 * How much is measured.
 *
 * @param requests dead letters
 * @param kills how often the replay's driver is killed
 */
public record ReplaySizes(int requests, int kills) {

  /** The most dead letters that one replay may ask again. */
  public static final int MOST_REQUESTS = 100_000;

  public static final int MOST_KILLS = 50;

  /** What is measured where nobody says anything else. */
  public static final ReplaySizes FULL = new ReplaySizes(10_000, 5);

  /** In a minute or two. */
  public static final ReplaySizes QUICK = new ReplaySizes(500, 2);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is out of range, naming it
   */
  public ReplaySizes {
    requireWithin("requests", requests, 1, MOST_REQUESTS);
    requireWithin("kills", kills, 0, MOST_KILLS);
  }

  private static void requireWithin(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException("--%s is %d to %d".formatted(name, least, most));
    }
  }
}
