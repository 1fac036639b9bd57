package navigator.bench.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.bench.throttling.Approach;
import navigator.bench.throttling.Scenario;
import picocli.CommandLine.TypeConversionException;

/** Reads what stands on the command line. */
final class Words {

  private static final Pattern SECONDS = Pattern.compile("([0-9]{1,4})s");

  private Words() {}

  /** Seconds, such as {@code 10s}, or a duration in ISO 8601. */
  static Duration duration(String text) {
    var seconds = SECONDS.matcher(text);
    if (seconds.matches()) {
      return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException _) {
      throw new TypeConversionException("'" + text + "' is no duration such as 10s");
    }
  }

  static Scenario scenario(String text) {
    return Scenario.named(text)
        .orElseThrow(() -> noneOf(text, Arrays.stream(Scenario.values()).map(Scenario::wireName)));
  }

  static Approach approach(String text) {
    return Approach.named(text)
        .orElseThrow(() -> noneOf(text, Arrays.stream(Approach.values()).map(Approach::wireName)));
  }

  private static TypeConversionException noneOf(String text, Stream<String> words) {
    return new TypeConversionException(
        "'%s' is none of %s".formatted(text, words.collect(Collectors.joining(", "))));
  }
}
