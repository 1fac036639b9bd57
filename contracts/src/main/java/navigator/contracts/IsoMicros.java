package navigator.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * ISO 8601 in UTC with always six fraction digits, the form of every time in keys and messages: it
 * sorts as text, which {@link Instant#toString} does not.
 */
public final class IsoMicros {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private IsoMicros() {}

  /** The text of {@code instant}; what is finer than a microsecond is cut. */
  public static String format(Instant instant) {
    return FORMAT.format(instant);
  }

  /**
   * The instant that {@code text} names.
   *
   * @throws DateTimeException if it is not ISO 8601
   */
  public static Instant parse(String text) {
    return Instant.parse(text);
  }

  /** {@code instant} without what is finer than a microsecond. */
  public static Instant truncate(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
