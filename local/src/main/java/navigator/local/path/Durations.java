package navigator.local.path;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class Durations {

  private static final int MILLIS_OF_A_SECOND = 1000;
  private static final int SECONDS_OF_A_MINUTE = 60;

  private Durations() {}

  /** Such as {@code 12 ms}, {@code 1.25 s} or {@code 2 min 5 s}. */
  public static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis < MILLIS_OF_A_SECOND) {
      return millis + " ms";
    }
    if (duration.toSeconds() < SECONDS_OF_A_MINUTE) {
      return String.format(Locale.ROOT, "%.2f s", millis / (double) MILLIS_OF_A_SECOND);
    }
    return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }
}
