package navigator.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import navigator.contracts.http.Page;
import navigator.contracts.http.Problem.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many items at most
 * @param after the position that the part begins after; null for the beginning
 */
record PageQuery(int limit, @Nullable String after) {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final Set<String> PARAMETERS = Set.of("limit", "after");

  /** What reading the query parameters gave. */
  sealed interface Reading {

    /** They are as they should be. */
    record Valid(PageQuery query) implements Reading {}

    /** They have these faults. */
    record Faulty(List<Fault> faults) implements Reading {}
  }

  static Reading read(ListScope scope, Map<String, String> parameters) {
    List<Fault> faults = new ArrayList<>();
    int limit = limit(parameters.get("limit"), faults);
    String after = after(scope, parameters.get("after"), faults);
    new TreeSet<>(parameters.keySet())
        .stream()
            .filter(name -> !PARAMETERS.contains(name))
            .forEach(name -> faults.add(new Fault("#query/" + name, "is not a known parameter")));
    return faults.isEmpty()
        ? new Reading.Valid(new PageQuery(limit, after))
        : new Reading.Faulty(List.copyOf(faults));
  }

  /** The page that {@code slice} is of the list. */
  <T> Page<T> page(ListScope scope, Slice<T> slice) {
    String next =
        Optional.ofNullable(slice.next())
            .map(
                position ->
                    "%s?%slimit=%d&after=%s"
                        .formatted(
                            scope.path(), scope.filters(), limit, Cursor.encode(scope, position)))
            .orElse(null);
    return new Page<>(slice.items(), next);
  }

  private static int limit(@Nullable String text, List<Fault> faults) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      faults.add(new Fault("#query/limit", "must be an integer from 1 to " + MAX_LIMIT));
    }
    return limit;
  }

  private static @Nullable String after(
      ListScope scope, @Nullable String cursor, List<Fault> faults) {
    if (cursor == null) {
      return null;
    }
    Optional<String> position = Cursor.decode(scope, cursor);
    if (position.isEmpty()) {
      faults.add(new Fault("#query/after", "is not a cursor of this list"));
    }
    return position.orElse(null);
  }
}
