package navigator.inference.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import navigator.contracts.Role;

/**
 * What answers really take, learned for each role from the latest of them: so that no more is
 * reserved than is needed, and at most one answer in a hundred is cut short. Safe for use by many
 * threads.
 */
public final class AnswerSizes {

  /** The largest but two of 500 is above 99.4 % of them; a quarter more is for those to come. */
  private static final int REMEMBERED = 500;

  private static final int ABOVE = 2;
  private static final double HEADROOM = 1.25;

  /** Before so many answers were seen, nobody knows their tail. */
  private static final int ENOUGH = 200;

  private static final int LEAST_OUTPUT = 256;

  /** What is believed before the first answer weighs as much as so many. */
  private static final int PRIOR = 3;

  /** What part of the output that it may take an answer takes, until that is known. */
  private static final int USUAL_PART = 6;

  private static final double CHARACTERS_A_TOKEN = 3.5;
  private static final double FEWEST_CHARACTERS_A_TOKEN = 1;
  private static final double MOST_CHARACTERS_A_TOKEN = 6;

  private final int maxOutput;
  private final Duration usualLatency;
  private final Map<Role, Deque<Answer>> learned = new EnumMap<>(Role.class);

  private record Answer(int characters, int input, int output, long millis) {}

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

  /** The most output tokens to allow. */
  public synchronized int maxOutput(Role role) {
    Deque<Answer> answers = of(role);
    if (answers.size() < ENOUGH) {
      return maxOutput;
    }
    int[] outputs = answers.stream().mapToInt(Answer::output).sorted().toArray();
    int high = (int) Math.ceil(outputs[outputs.length - 1 - ABOVE] * HEADROOM);
    return Math.min(maxOutput, Math.max(LEAST_OUTPUT, high));
  }

  /** What a call with a prompt of {@code characters} is expected to cost. */
  public synchronized CallCost cost(Role role, int characters, int burndown, Tempo tempo) {
    Deque<Answer> answers = of(role);
    double weight = PRIOR + answers.size();
    double usual = Math.max(1, (double) maxOutput / USUAL_PART);
    double output = (PRIOR * usual + answers.stream().mapToInt(Answer::output).sum()) / weight;
    double millis =
        ((double) PRIOR * usualLatency.toMillis()
                + answers.stream().mapToLong(Answer::millis).sum())
            / weight;
    return CallCost.of(
        (long) Math.ceil(characters / charactersAToken(answers)),
        maxOutput(role),
        (long) Math.ceil(output),
        burndown,
        Duration.ofMillis((long) millis),
        tempo);
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
