package navigator.inference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a conversation the model is shown.
 *
 * @param messages at most, questions and answers alike
 * @param tokens at most, as estimated
 */
public record HistoryLimits(int messages, int tokens) {

  // English has about four bytes a token, other scripts about three: never far too few.
  private static final int BYTES_A_TOKEN = 3;

  /** How many turns those messages are. */
  public int turns() {
    return messages / 2;
  }

  /**
   * The newest turns that fit, oldest first; whole turns, so that a question comes first.
   *
   * @param newestFirst turns without a gap
   */
  public List<AnsweredTurn> within(List<AnsweredTurn> newestFirst) {
    List<AnsweredTurn> kept = new ArrayList<>();
    int left = tokens;
    for (AnsweredTurn turn : newestFirst) {
      left -= tokens(turn.question()) + tokens(turn.answer());
      if (left < 0 || kept.size() == turns()) {
        break;
      }
      kept.add(turn);
    }
    return kept.reversed();
  }

  private static int tokens(String text) {
    return Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES_A_TOKEN);
  }
}
