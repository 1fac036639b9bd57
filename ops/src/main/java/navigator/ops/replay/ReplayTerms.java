package navigator.ops.replay;

import java.time.Duration;

/**
 * How a replay goes about it.
 *
 * @param rate how many requests are asked a minute, at most
 * @param maximum how many requests are asked in all, at most
 * @param canary how many are asked first, the rest only once so many were answered; 0 for none
 * @param stopShare it stops if more than this share of the latest were not answered; 1: never
 * @param deadline how long each request may take from when it is asked
 */
public record ReplayTerms(int rate, int maximum, int canary, double stopShare, Duration deadline) {

  /** The bounds of what can be said. */
  public static final int MOST_RATE = 60_000;

  public static final int MOST_MAXIMUM = 100_000;
  public static final int MOST_CANARY = 100;
  public static final Duration SHORTEST = Duration.ofSeconds(30);
  public static final Duration LONGEST = Duration.ofHours(1);

  private static final double SHARES = 10_000;

  /** What holds where nobody says anything else. */
  public static final ReplayTerms DEFAULT = new ReplayTerms(60, 10_000, 5, 0.2, LONGEST);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if something is out of its range, naming it
   */
  public ReplayTerms {
    requireWithin("rate", rate, 1, MOST_RATE);
    requireWithin("maximum", maximum, 1, MOST_MAXIMUM);
    requireWithin("canary", canary, 0, MOST_CANARY);
    if (!(stopShare >= 0 && stopShare <= 1)) {
      throw new IllegalArgumentException("stop_share must be 0 to 1");
    }
    // What is smaller says nothing, and a table takes no number that is all but zero.
    stopShare = Math.round(stopShare * SHARES) / SHARES;
    requireWithin(
        "deadline_seconds", deadline.toSeconds(), SHORTEST.toSeconds(), LONGEST.toSeconds());
    deadline = Duration.ofSeconds(deadline.toSeconds());
  }

  private static void requireWithin(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException("%s must be %d to %d".formatted(name, least, most));
    }
  }
}
