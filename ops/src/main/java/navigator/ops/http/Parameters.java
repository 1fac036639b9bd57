package navigator.ops.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import navigator.contracts.http.Faults;
import navigator.contracts.http.HttpAnswer;
import navigator.contracts.http.Page;
import org.jspecify.annotations.Nullable;

/** The parameters of one call's query, with what is wrong with them. */
final class Parameters implements Words {

  static final String LIMIT = "limit";
  static final String AFTER = "after";

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  private final Map<String, String> given;
  private final Faults faults = new Faults();

  /** Those of a call whose route knows these alone. */
  Parameters(OpsCall call, Set<String> known) {
    given = call.query();
    new TreeSet<>(given.keySet())
        .stream()
            .filter(name -> !known.contains(name))
            .forEach(name -> fault(name, "is not a known parameter"));
  }

  @Override
  public @Nullable String word(String name) {
    return given.get(name);
  }

  @Override
  public void fault(String name, String detail) {
    faults.add("#query/" + name, detail);
  }

  @Override
  public boolean has(String name) {
    return given.containsKey(name);
  }

  int limit() {
    String text = word(LIMIT);
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      fault(LIMIT, "must be an integer from 1 to " + MAX_LIMIT);
      return DEFAULT_LIMIT;
    }
    return limit;
  }

  /** The cursor to go on from, as it was given. */
  @Nullable String after() {
    return word(AFTER);
  }

  /** The answer that tells what is wrong; empty if nothing is. */
  Optional<HttpAnswer> refusal() {
    return faults.found().isEmpty()
        ? Optional.empty()
        : Optional.of(Refusals.faulty(faults.found()));
  }

  /** The answer to a cursor that is of another list. */
  HttpAnswer foreignCursor() {
    fault(AFTER, "is not a cursor of this list");
    return Refusals.faulty(faults.found());
  }

  /**
   * The answer that carries a part of a list.
   *
   * @param path of the list, relative to the API's base URL
   * @param next the cursor of the part that follows; null on the last
   */
  HttpAnswer page(String path, List<?> items, @Nullable String next) {
    return HttpAnswer.json(200, new Page<>(items, next == null ? null : url(path, next)), Map.of());
  }

  private String url(String path, String cursor) {
    Map<String, String> query = new TreeMap<>(given);
    query.put(AFTER, cursor);
    return query.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + encoded(pair.getValue()))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
