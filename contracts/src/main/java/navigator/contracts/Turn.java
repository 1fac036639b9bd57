package navigator.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The place of a user message in its conversation: a time in whole microseconds that strictly
 * increases from turn to turn. The reply stands one microsecond later, in every generation.
 */
public record Turn(Instant at) implements Comparable<Turn> {

  public Turn {
    at = IsoMicros.truncate(at);
  }

  /**
   * The turn that {@code text} names.
   *
   * @throws java.time.DateTimeException if it is not ISO 8601
   */
  @JsonCreator
  public static Turn parse(String text) {
    return new Turn(IsoMicros.parse(text));
  }

  /**
   * The next turn at {@code now}: later than {@code last} and its reply, even if the clock is not.
   */
  public static Turn next(Instant now, @Nullable Turn last) {
    Turn candidate = new Turn(now);
    if (last == null || candidate.at.isAfter(last.reply())) {
      return candidate;
    }
    return new Turn(last.at.plus(2, ChronoUnit.MICROS));
  }

  /** Where the reply to this turn stands. */
  public Instant reply() {
    return at.plus(1, ChronoUnit.MICROS);
  }

  @Override
  public int compareTo(Turn other) {
    return at.compareTo(other.at);
  }

  @JsonValue
  @Override
  public String toString() {
    return IsoMicros.format(at);
  }
}
