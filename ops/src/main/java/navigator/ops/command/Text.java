package navigator.ops.command;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
final class Text {

  private Text() {}

  static String or(@Nullable Object value, String none) {
    return value == null ? none : value.toString();
  }

  static String of(@Nullable Object value) {
    return or(value, "-");
  }

  /** To the second, in UTC. */
  static String time(@Nullable Instant instant) {
    return instant == null ? "-" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The largest units that say enough. */
  static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7_200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
  }
}
