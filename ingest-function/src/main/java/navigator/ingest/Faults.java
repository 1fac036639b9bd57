package navigator.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import navigator.contracts.http.Problem.Fault;
import org.jspecify.annotations.Nullable;

/** The faults found so far in one body. Characters are Unicode code points. */
final class Faults {

  private final List<Fault> found = new ArrayList<>();

  void add(String pointer, String detail) {
    found.add(new Fault(pointer, detail));
  }

  /** The text of a JSON value, or a fault. */
  Optional<String> text(String pointer, @Nullable Object value) {
    if (value instanceof String text) {
      requireWholeCharacters(pointer, text);
      return Optional.of(text);
    }
    add(pointer, "must be a string");
    return Optional.empty();
  }

  /** Half of a surrogate pair is no character, and would be stored as another one. */
  void requireWholeCharacters(String pointer, String text) {
    if (text.codePoints().anyMatch(Faults::isSurrogate)) {
      add(pointer, "holds half of a surrogate pair");
    }
  }

  void requireLength(String pointer, String text, int min, int max, String what) {
    int length = text.codePointCount(0, text.length());
    if (length < min || length > max) {
      add(pointer, what + " must have " + min + " to " + max + " characters, not " + length);
    }
  }

  List<Fault> found() {
    return List.copyOf(found);
  }

  /**
   * The JSON pointer to {@code name} in the object at {@code parent}.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
   */
  static String pointer(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
