package navigator.persistence;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wait that a client asks for in a {@code Prefer} header; its other preferences, and what is
 * malformed, are passed over.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240</a>
 */
public final class PreferredWait {

  private static final Pattern WAIT = Pattern.compile("(?i)wait(?:[ \t]*=[ \t]*(.*))?");

  private static final Pattern SECONDS = Pattern.compile("[0-9]++");
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private PreferredWait() {}

  /** The wait in {@code prefer}; empty if there is none. */
  public static Optional<Duration> in(@Nullable String prefer) {
    return prefer == null
        ? Optional.empty()
        : preferences(prefer).stream()
            .map(WAIT::matcher)
            .filter(Matcher::matches)
            // Of a preference that is there twice, the first one counts.
            .findFirst()
            .flatMap(wait -> duration(wait.group(1)));
  }

  private static Optional<Duration> duration(@Nullable String value) {
    return Optional.ofNullable(value)
        .filter(SECONDS.asMatchPredicate())
        .map(seconds -> Duration.ofSeconds(new BigInteger(seconds).min(MOST).longValue()));
  }

  /** The preferences without their parameters; none if a quotation is not closed. */
  private static List<String> preferences(String header) {
    List<String> preferences = new ArrayList<>();
    StringBuilder preference = new StringBuilder();
    boolean quoted = false;
    boolean parameters = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      quoted ^= c == '"';
      if (c == ',' && !quoted) {
        preferences.add(preference.toString().strip());
        preference.setLength(0);
        parameters = false;
      } else {
        parameters |= c == ';' && !quoted;
        preference.append(parameters ? "" : c);
      }
      // A quoted pair: what follows the backslash closes nothing.
      i += quoted && c == '\\' ? 1 : 0;
    }
    preferences.add(preference.toString().strip());
    return quoted ? List.of() : preferences;
  }
}
