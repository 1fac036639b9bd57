package navigator.bench.pipeline;

import java.time.Duration;
import navigator.bench.load.Offered;
import navigator.bench.load.Question;
import navigator.contracts.Role;
import navigator.inference.SystemPrompts;

/**
 * What is asked.
 *
 * @param input tokens of a prompt without history
 * @param output tokens of an answer
 * @param seed sets the questions of one run apart from those of another
 */
record Asking(int input, int output, long seed) {

  /** What every call of the emulated model takes. */
  static final Duration MODEL = Duration.ofMillis(300);

  /** Of a prompt, and of an answer, in the original design's estimate. */
  static final int ORIGINAL_TOKENS = 500;

  /** A chat: a question of some sixty words after the instructions. */
  static Asking chat(long seed) {
    return new Asking(instructions() + 80, 260, seed);
  }

  /** What the original design counted on. */
  static Asking original(long seed) {
    return new Asking(ORIGINAL_TOKENS, ORIGINAL_TOKENS, seed);
  }

  private static int instructions() {
    return Question.tokens(new SystemPrompts().of(Role.INSTRUCTOR));
  }

  String question(int number) {
    int own = (int) Math.floorMod(seed * 1_000_003 + number, 1_000_000_000L);
    return Question.of(new Offered(own, 0, "", input, output), instructions());
  }
}
