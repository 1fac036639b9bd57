package navigator.local.bedrock;

/** A count of tokens without a tokenizer: one for every four characters begun. */
final class TokenEstimate {
  private static final int CHARACTERS = 4;

  private TokenEstimate() {}

  static int of(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS);
  }

  /** As much of the text as a number of tokens holds. */
  static String truncate(String text, int tokens) {
    return of(text) <= tokens ? text : text.substring(0, tokens * CHARACTERS);
  }

  /** The text, cut off or begun again, until it holds so many tokens. */
  static String exactly(String text, int tokens) {
    var characters = tokens * CHARACTERS;
    var repeated = text.repeat(Math.ceilDiv(characters, text.length()));
    return repeated.substring(0, characters);
  }
}
