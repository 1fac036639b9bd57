package navigator.ops.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.ops.LetterFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters a command is about, by what they say. */
final class FilterOptions {

  private static final Pattern AGO = Pattern.compile("([0-9]{1,5})([smhd])");

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "Given up for this reason, such as model_unavailable.")
  private @Nullable ErrorCode code;

  @Option(names = "--model", paramLabel = "ID", description = "This model was asked last.")
  private @Nullable String model;

  @Option(names = "--user", paramLabel = "ID", description = "Of this user.")
  private @Nullable String user;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Failed then or later: 2026-03-02T09:15:00Z, or how long ago: 90m, 24h, 7d.")
  private @Nullable String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Failed before that.")
  private @Nullable String until;

  /** Whether none is given. */
  boolean isEmpty() {
    return code == null && model == null && user == null && since == null && until == null;
  }

  /** The filter at that time. */
  LetterFilter filter(Instant now) {
    try {
      return new LetterFilter(
          code, model, user, time("--since", since, now), time("--until", until, now));
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
  }

  /** The time that an option names. */
  static @Nullable Instant time(String option, @Nullable String text, Instant now) {
    if (text == null) {
      return null;
    }
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      return now.minus(duration(Long.parseLong(ago.group(1)), ago.group(2)));
    }
    try {
      return IsoMicros.parse(text.toUpperCase(Locale.ROOT));
    } catch (DateTimeException _) {
      throw CommandFailed.usage(
          "%s is '%s': it takes a time such as 2026-03-02T09:15:00Z, or 90m, 24h, 7d"
              .formatted(option, text));
    }
  }

  private static Duration duration(long number, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
