package navigator.ops.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.ops.LetterFilter;
import org.jspecify.annotations.Nullable;

/** The form in which calls say which dead letters are meant. */
final class FilterForm {

  static final Set<String> NAMES = Set.of("code", "model", "user", "since", "until");

  private static final int MOST_CHARACTERS = 2_048;

  private final Words words;

  FilterForm(Words words) {
    this.words = words;
  }

  /** The filter, as far as it is without fault. */
  LetterFilter read() {
    ErrorCode code = code();
    String model = text("model");
    String user = text("user");
    Instant since = time("since");
    Instant until = time("until");
    if (since != null && until != null && !micros(since).isBefore(micros(until))) {
      words.fault("until", "must be later than since");
      until = null;
    }
    return new LetterFilter(code, model, user, since, until);
  }

  /** The time of that name; null if there is none, or none that can be. */
  @Nullable Instant time(String name) {
    String text = words.word(name);
    if (text == null) {
      return null;
    }
    try {
      return IsoMicros.parse(text);
    } catch (DateTimeException _) {
      words.fault(
          name, "must be an ISO 8601 time with seconds and offset, such as 2026-03-02T09:15:00Z");
      return null;
    }
  }

  private static Instant micros(Instant time) {
    return IsoMicros.truncate(time);
  }

  private @Nullable ErrorCode code() {
    String text = words.word("code");
    if (text == null) {
      return null;
    }
    Optional<ErrorCode> code =
        Arrays.stream(ErrorCode.values()).filter(known -> known.wireName().equals(text)).findAny();
    if (code.isEmpty()) {
      words.fault(
          "code",
          Arrays.stream(ErrorCode.values())
              .map(ErrorCode::wireName)
              .collect(Collectors.joining(", ", "must be one of ", "")));
    }
    return code.orElse(null);
  }

  private @Nullable String text(String name) {
    String text = words.word(name);
    if (text == null) {
      return null;
    }
    if (text.isBlank() || text.length() > MOST_CHARACTERS) {
      words.fault(name, "must have 1 to %d characters".formatted(MOST_CHARACTERS));
      return null;
    }
    return text;
  }
}
