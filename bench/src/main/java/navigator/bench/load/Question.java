package navigator.bench.load;

/**
 * The words of a request. The emulator counts a token for every four characters, and gives an
 * answer the length that it was asked for.
 */
public final class Question {

  private static final int CHARACTERS_A_TOKEN = 4;
  private static final String FILLING =
      "We are preparing a course and would like to know how to arrange it. ";

  private Question() {}

  /** The tokens of a text. */
  public static int tokens(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS_A_TOKEN);
  }

  /**
   * The question, unlike any other's.
   *
   * @param instructions tokens of the prompt before it
   */
  public static String of(Offered offered, int instructions) {
    String beginning =
        "Answer in %d tokens. Question %d. ".formatted(offered.output(), offered.number());
    int characters = (offered.input() - instructions) * CHARACTERS_A_TOKEN;
    int filling = Math.max(0, characters - beginning.length());
    String repeated = FILLING.repeat(Math.ceilDiv(filling, FILLING.length()));
    return beginning + repeated.substring(0, filling);
  }

  /** The fewest tokens that any question has. */
  public static int least() {
    return tokens("Answer in 2048 tokens. Question 1000000. ");
  }
}
