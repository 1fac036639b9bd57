package navigator.bench.measure;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was told of waits, and whether it was true.
 *
 * @param told one at most for each request
 */
public record Estimates(List<Told> told) {

  private static final double FACTOR = 2;

  /**
   * How long a request will wait for its answer.
   *
   * @param question the hash of its words
   * @param at when it was told
   * @param seconds the wait from then on
   */
  public record Told(String question, double at, double seconds) {}

  public Estimates {
    told = List.copyOf(told);
  }

  /**
   * The share that was right within a factor of two, of those that were told before their answer;
   * what was never answered was told wrongly. Empty if nothing was told in time.
   */
  public OptionalDouble right(RunLog log) {
    Map<String, Double> ended = log.ended();
    return told.stream()
        .filter(each -> wait(each, ended) > 0)
        .mapToDouble(each -> isRight(each.seconds(), wait(each, ended)) ? 1 : 0)
        .average();
  }

  private static double wait(Told told, Map<String, Double> ended) {
    return ended.getOrDefault(told.question(), Double.POSITIVE_INFINITY) - told.at();
  }

  private static boolean isRight(double told, double real) {
    return told <= real * FACTOR && real <= told * FACTOR;
  }
}
