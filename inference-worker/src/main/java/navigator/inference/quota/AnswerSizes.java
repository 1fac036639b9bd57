package navigator.inference.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import navigator.contracts.Role;

/**
 * What answers really take, learned for each role from the latest of them: so that no more is
 * reserved than is needed, and at most one answer in a hundred is cut short. What an answer takes
 * is expected by the length of its prompt. Safe for use by many threads.
 */
public final class AnswerSizes {

  private static final int REMEMBERED = 500;

  /** The largest but two of 500 is above 99.4 % of them; a quarter more is for those to come. */
  private static final double ABOVE = 2.0 / REMEMBERED;

  private static final double HEADROOM = 1.25;

  /** Before so many answers were seen, nobody knows their tail. */
  private static final int ENOUGH = 50;

  private static final int LEAST_OUTPUT = 256;

  /** What is believed before the first answer weighs as much as so many. */
  private static final int PRIOR = 3;

  /** Lengths within this factor are about the same. */
  private static final double ALIKE = 1.5;

  /** What part of the output that it may take an answer takes, until that is known. */
  private static final int USUAL_PART = 6;

  private static final double CHARACTERS_A_TOKEN = 3.5;
  private static final double FEWEST_CHARACTERS_A_TOKEN = 1;
  private static final double MOST_CHARACTERS_A_TOKEN = 6;

  private final int maxOutput;
  private final Duration usualLatency;
  private final Map<Role, Deque<Answer>> learned = new EnumMap<>(Role.class);

  private record Answer(int characters, int input, int output, long millis) {

    boolean isOfAbout(int others) {
      return characters <= others * ALIKE && others <= characters * ALIKE;
    }
  }

  /**
   * Nothing learned yet.
   *
   * @param maxOutput tokens that no answer may exceed
   * @param usualLatency of a call, until it is known
   */
  public AnswerSizes(int maxOutput, Duration usualLatency) {
    this.maxOutput = maxOutput;
    this.usualLatency = usualLatency;
  }

  /**
   * An answer was given.
   *
   * @param characters of the prompt
   * @param input tokens, those from and to a cache included
   * @param cutShort whether the answer had reached what was allowed
   */
  public synchronized void saw(
      Role role, int characters, int input, int output, boolean cutShort, Duration took) {
    // Nobody knows how long it would have become: twice as long gives the next ones room.
    int full = Math.min(maxOutput, cutShort ? 2 * output : output);
    Deque<Answer> answers = of(role);
    answers.addLast(new Answer(characters, input, full, took.toMillis()));
    if (answers.size() > REMEMBERED) {
      answers.removeFirst();
    }
  }

  /** The most output tokens to allow for a prompt of {@code characters}. */
  public synchronized int maxOutput(Role role, int characters) {
    int[] outputs =
        of(role).stream()
            .filter(answer -> answer.isOfAbout(characters))
            .mapToInt(Answer::output)
            .sorted()
            .toArray();
    if (outputs.length < ENOUGH) {
      return maxOutput;
    }
    int above = (int) (outputs.length * ABOVE);
    int high = (int) Math.ceil(outputs[outputs.length - 1 - above] * HEADROOM);
    return Math.min(maxOutput, Math.max(LEAST_OUTPUT, high));
  }

  /** What a call with a prompt of {@code characters} is expected to cost. */
  public synchronized CallCost cost(Role role, int characters, int burndown, Tempo tempo) {
    Deque<Answer> answers = of(role);
    double millis =
        mean(
            (double) usualLatency.toMillis(),
            answers.stream().mapToDouble(Answer::millis).toArray());
    return CallCost.of(
        (long) Math.ceil(characters / charactersAToken(answers)),
        maxOutput(role, characters),
        (long) Math.ceil(output(answers, characters)),
        burndown,
        Duration.ofMillis((long) millis),
        tempo);
  }

  // What answers to prompts of about the same length take; until that is known, what all take.
  private double output(Deque<Answer> answers, int characters) {
    double usual = Math.max(1, (double) maxOutput / USUAL_PART);
    double ofAll = mean(usual, answers.stream().mapToDouble(Answer::output).toArray());
    return mean(
        ofAll,
        answers.stream()
            .filter(answer -> answer.isOfAbout(characters))
            .mapToDouble(Answer::output)
            .toArray());
  }

  private static double mean(double prior, double[] seen) {
    return (PRIOR * prior + Arrays.stream(seen).sum()) / (PRIOR + seen.length);
  }

  private static double charactersAToken(Deque<Answer> answers) {
    // The prior is as if PRIOR prompts of a thousand tokens had been seen.
    double tokens = PRIOR * 1_000.0 + answers.stream().mapToLong(Answer::input).sum();
    double characters =
        PRIOR * 1_000 * CHARACTERS_A_TOKEN + answers.stream().mapToLong(Answer::characters).sum();
    return Math.clamp(characters / tokens, FEWEST_CHARACTERS_A_TOKEN, MOST_CHARACTERS_A_TOKEN);
  }

  private Deque<Answer> of(Role role) {
    return learned.computeIfAbsent(role, _ -> new ArrayDeque<>());
  }
}
