package navigator.local.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a route, such as <code>/chat/{request_id}</code>, <code>/{proxy+}</code> or {@code
 * $default}.
 */
record RoutePath(String template) {
  private static final String CATCH_ALL = "$default";

  /** The most specific first: literals beat parameters, parameters beat greedy ones. */
  static final Comparator<RoutePath> BY_PRECEDENCE = Comparator.comparing(RoutePath::precedence);

  /**
   * The parameters of a path that fits.
   *
   * @param path decoded
   */
  Optional<Map<String, String>> match(String path) {
    if (template.equals(CATCH_ALL)) {
      return Optional.of(Map.of());
    }
    var expected = segments(template);
    var actual = segments(path);
    var parameters = new LinkedHashMap<String, String>();
    for (var i = 0; i < expected.size(); i++) {
      var segment = expected.get(i);
      if (isGreedy(segment) && i < actual.size()) {
        parameters.put(name(segment), String.join("/", actual.subList(i, actual.size())));
        return Optional.of(parameters);
      }
      if (i >= actual.size() || !fits(segment, actual.get(i), parameters)) {
        return Optional.empty();
      }
    }
    return actual.size() == expected.size() ? Optional.of(parameters) : Optional.empty();
  }

  private static boolean fits(String segment, String actual, Map<String, String> parameters) {
    if (!isParameter(segment)) {
      return segment.equals(actual);
    }
    parameters.put(name(segment), actual);
    return !actual.isEmpty();
  }

  private String precedence() {
    if (template.equals(CATCH_ALL)) {
      return "~";
    }
    var ranks = new StringBuilder();
    for (var segment : segments(template)) {
      ranks.append(isGreedy(segment) ? 'c' : isParameter(segment) ? 'b' : 'a');
    }
    return ranks.toString();
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static boolean isGreedy(String segment) {
    return segment.startsWith("{") && segment.endsWith("+}");
  }

  private static String name(String segment) {
    return segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1));
  }
}
