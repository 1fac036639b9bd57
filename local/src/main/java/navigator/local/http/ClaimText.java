package navigator.local.http;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A claim as an HTTP API hands it to a function: always a string, lists as {@code [admin staff]}.
 */
final class ClaimText {
  private ClaimText() {}

  static String of(@Nullable Object claim) {
    return switch (claim) {
      case null -> "<nil>";
      case Collection<?> list ->
          list.stream().map(ClaimText::of).collect(Collectors.joining(" ", "[", "]"));
      case Map<?, ?> object ->
          object.entrySet().stream()
              .map(entry -> entry.getKey() + ":" + of(entry.getValue()))
              .sorted()
              .collect(Collectors.joining(" ", "map[", "]"));
      case Object scalar -> scalar.toString();
    };
  }
}
