package navigator.contracts.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first faults of one call. Characters are Unicode code points. */
public final class Faults {

  /** More would make an answer that is larger than Lambda returns, and nobody reads them. */
  public static final int MAX_TOLD = 100;

  private static final int REPLACEMENT = 0xFFFD;

  private final List<Problem.Fault> found = new ArrayList<>();

  /** Notes a fault at that JSON pointer, or at a part of the call that is not its body. */
  public void add(String pointer, String detail) {
    if (found.size() < MAX_TOLD) {
      found.add(new Problem.Fault(pointer, detail));
    } else if (found.size() == MAX_TOLD) {
      found.add(new Problem.Fault("", "has more faults, which are not told"));
    }
  }

  /** The text of a JSON value, or a fault. */
  public Optional<String> text(String pointer, @Nullable Object value) {
    if (value instanceof String text) {
      requireWholeCharacters(pointer, text);
      return Optional.of(text);
    }
    add(pointer, "must be a string");
    return Optional.empty();
  }

  /**
   * Half of a surrogate pair would be stored as another character, and the queue takes no
   * noncharacters.
   */
  public void requireWholeCharacters(String pointer, String text) {
    if (text.codePoints().anyMatch(Faults::isSurrogate)) {
      add(pointer, "holds half of a surrogate pair");
    }
    if (text.codePoints().anyMatch(Faults::isNoncharacter)) {
      add(pointer, "holds U+FFFE or U+FFFF, which are no characters");
    }
  }

  /** Notes a fault unless the text has so many characters. */
  public void requireLength(String pointer, String text, int min, int max, String what) {
    int length = text.codePointCount(0, text.length());
    if (length < min || length > max) {
      add(pointer, what + " must have " + min + " to " + max + " characters, not " + length);
    }
  }

  /** What was noted. */
  public List<Problem.Fault> found() {
    return List.copyOf(found);
  }

  /**
   * The JSON pointer to {@code name} in the object at {@code parent}.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
   */
  public static String pointer(String parent, String name) {
    return parent + "/" + withoutHalves(name).replace("~", "~0").replace("/", "~1");
  }

  // An answer is UTF-8, which cannot carry half of a surrogate pair.
  private static String withoutHalves(String text) {
    return text.codePoints()
        .map(codePoint -> isSurrogate(codePoint) ? REPLACEMENT : codePoint)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * What SQS refuses although JSON allows it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
   */
  private static boolean isNoncharacter(int codePoint) {
    return codePoint == 0xFFFE || codePoint == 0xFFFF;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
