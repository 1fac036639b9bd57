package navigator.contracts.http;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Integers in the bodies of requests, as JSON Schema has them: JSON has one kind of number, so that
 * 60.0 is an integer, and 1E-400 is none, however little it is.
 */
public final class JsonInteger {

  private JsonInteger() {}

  /** The integer that {@code value} is, if it is one from {@code least} to {@code most}. */
  public static OptionalLong within(@Nullable Object value, long least, long most) {
    if (!(value instanceof Number number)) {
      return OptionalLong.empty();
    }
    BigDecimal exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal("" + number);
    boolean inRange =
        exact.compareTo(BigDecimal.valueOf(least)) >= 0
            && exact.compareTo(BigDecimal.valueOf(most)) <= 0;
    return inRange && exact.stripTrailingZeros().scale() <= 0
        ? OptionalLong.of(exact.longValue())
        : OptionalLong.empty();
  }
}
