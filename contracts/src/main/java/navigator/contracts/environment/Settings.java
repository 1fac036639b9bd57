package navigator.contracts.environment;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reader of settings that collects every fault before it complains. Not for use by many threads.
 *
 * <p>Read all settings, call {@link #requireValid()}, then build the configuration.
 */
public final class Settings {

  private final Map<String, String> values;
  private final List<String> faults = new ArrayList<>();

  public Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** A text that is there and not blank. */
  public String text(String name) {
    return optional(name).orElseGet(() -> fault(name + " is not set", ""));
  }

  /** A text that may be missing; blank counts as missing. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /** A whole number from {@code min} to {@code max}, inclusive. */
  public int integer(String name, int min, int max) {
    String value = text(name);
    try {
      int number = Integer.parseInt(value);
      return number >= min && number <= max
          ? number
          : outOfRange(name, value, min + "", max + "", min);
    } catch (NumberFormatException _) {
      return value.isEmpty() ? min : fault(name + " is not a whole number: " + value, min);
    }
  }

  /** An ISO 8601 duration, or a period of days such as {@code P365D}, within the limits. */
  public Duration duration(String name, Duration min, Duration max) {
    String value = text(name);
    try {
      Duration duration = Duration.parse(value);
      boolean within = duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0;
      return within ? duration : outOfRange(name, value, min + "", max + "", min);
    } catch (DateTimeException _) {
      return value.isEmpty() ? min : fault(name + " is not an ISO 8601 duration: " + value, min);
    }
  }

  /** Adds a fault that only the whole configuration shows. */
  public void require(boolean condition, String sentence) {
    if (!condition) {
      faults.add(sentence);
    }
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidConfiguration if anything was missing or wrong, naming all of it
   */
  public void requireValid() {
    if (!faults.isEmpty()) {
      throw new InvalidConfiguration(faults);
    }
  }

  private <T> T outOfRange(String name, String value, String min, String max, T stand) {
    return fault(name + " is " + value + ", not from " + min + " to " + max, stand);
  }

  // The stand-in keeps the reading going; requireValid never lets it out.
  private <T> T fault(String sentence, T standIn) {
    faults.add(sentence);
    return standIn;
  }
}
