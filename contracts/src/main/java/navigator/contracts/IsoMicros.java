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

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private IsoMicros() {}

  /** The text of {@code instant}; what is finer than a microsecond is cut. */
  public static String format(Instant instant) {
    return FORMAT.format(instant);
  }

  /**
   * The instant that {@code text} names.
   *
   * @throws DateTimeException if it is not ISO 8601, or its year has not four digits: such times do
   *     not sort as text
   */
  public static Instant parse(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new DateTimeException("The year has not four digits");
    }
    return instant;
  }

  /** {@code instant} without what is finer than a microsecond. */
  public static Instant truncate(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
