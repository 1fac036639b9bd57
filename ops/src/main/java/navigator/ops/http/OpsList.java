package navigator.ops.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import navigator.contracts.http.HttpAnswer;
import navigator.ops.Cursor;
import navigator.ops.Slice;
import org.jspecify.annotations.Nullable;

/**
 * A list that is shown part by part.
 *
 * @param name that no other list has: its cursors belong to it
 * @param path relative to the API's base URL
 * @param position the form of its positions
 */
record OpsList(String name, String path, Pattern position) {

  /** Reads a part of the list after a position. */
  @FunctionalInterface
  interface Reader<T> {
    Slice<T> read(@Nullable String after, int limit);
  }

  /** The part that the parameters ask for, unless something is wrong with them. */
  <T> HttpAnswer answer(Parameters parameters, Reader<T> reader, Function<T, ?> shown) {
    int limit = parameters.limit();
    Optional<HttpAnswer> refusal = parameters.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String cursor = parameters.after();
    String after = cursor == null ? null : decoded(cursor);
    if (cursor != null && after == null) {
      return parameters.foreignCursor();
    }
    Slice<T> slice = reader.read(after, limit);
    List<?> items = slice.items().stream().map(shown).toList();
    String next = slice.next();
    return parameters.page(path, items, next == null ? null : Cursor.encode(name, next));
  }

  private @Nullable String decoded(String cursor) {
    return Cursor.decode(name, cursor)
        .filter(text -> position.matcher(text).matches())
        .orElse(null);
  }
}
