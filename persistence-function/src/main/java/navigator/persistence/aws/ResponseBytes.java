package navigator.persistence.aws;

/**
 * How many bytes a text takes in what a function returns: the API's body is JSON, and it stands as
 * a string in the JSON that Lambda hands on.
 */
final class ResponseBytes {

  private static final int ESCAPED_CONTROL = 7;
  private static final int ESCAPED_QUOTE = 4;

  private ResponseBytes() {}

  static long of(String text) {
    return text.chars().mapToLong(ResponseBytes::of).sum();
  }

  // Half a surrogate pair takes half of four bytes.
  private static long of(int unit) {
    if (unit < ' ') {
      return ESCAPED_CONTROL;
    }
    if (unit == '"' || unit == '\\') {
      return ESCAPED_QUOTE;
    }
    if (unit < 0x80) {
      return 1;
    }
    return unit < 0x800 || Character.isSurrogate((char) unit) ? 2 : 3;
  }
}
