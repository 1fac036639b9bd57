package navigator.persistence.aws;

/**
 * How many bytes a text takes in what a function returns: the API's body is JSON, and it stands as
 * a string in the JSON that Lambda hands on.
 */
final class ResponseBytes {

  private static final int ESCAPED_CONTROL = 7;
  private static final int ESCAPED_QUOTE = 4;

  /** Lambda's serializer writes each half of a surrogate pair as an escape. */
  private static final int ESCAPED_SURROGATE = 6;

  private ResponseBytes() {}

  static long of(String text) {
    return text.chars().mapToLong(ResponseBytes::of).sum();
  }

  private static long of(int unit) {
    if (unit < ' ') {
      return ESCAPED_CONTROL;
    }
    if (unit == '"' || unit == '\\') {
      return ESCAPED_QUOTE;
    }
    if (Character.isSurrogate((char) unit)) {
      return ESCAPED_SURROGATE;
    }
    if (unit < 0x80) {
      return 1;
    }
    return unit < 0x800 ? 2 : 3;
  }
}
