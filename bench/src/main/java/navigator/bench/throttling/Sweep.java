package navigator.bench.throttling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import navigator.bench.machine.Machine;
import navigator.bench.measure.Measures;

/**
 * Which fixed concurrency is best in the first scenario.
 *
 * @param trials of all that were tried, in the order of their concurrency
 */
public record Sweep(List<Trial> trials) {

  /** The largest concurrency that is tried. */
  public static final int MOST = 16;

  /** Drains that differ by less are as good as each other: then waste decides. */
  private static final double ALIKE = 0.02;

  /** One concurrency. */
  public record Trial(int concurrency, boolean drained, Measures measures, Machine machine) {}

  public Sweep {
    trials = List.copyOf(trials);
    if (trials.isEmpty()) {
      throw new IllegalArgumentException("nothing was tried");
    }
  }

  /**
   * The one that drains first, of those that answered most; of those that are as quick, the one
   * that wastes least. Void rows count if there are no others.
   */
  public int best() {
    List<Trial> valid = trials.stream().filter(t -> !t.machine().isTooBusy()).toList();
    return bestOf(valid.isEmpty() ? trials : valid);
  }

  private static int bestOf(List<Trial> trials) {
    double most = trials.stream().mapToDouble(t -> t.measures().answered()).max().orElseThrow();
    List<Trial> complete = trials.stream().filter(t -> t.measures().answered() == most).toList();
    double quickest = complete.stream().mapToDouble(t -> t.measures().drain()).min().orElseThrow();
    return complete.stream()
        .filter(trial -> trial.measures().drain() <= quickest + ALIKE)
        .min(Comparator.comparingDouble(trial -> trial.measures().waste()))
        .orElseThrow()
        .concurrency();
  }

  /** A row for each concurrency that was tried, as the file of the sweep has them. */
  public List<ObjectNode> json() {
    int best = best();
    return trials.stream()
        .map(
            trial ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("concurrency", trial.concurrency())
                    .put("drained", trial.drained())
                    .put("answered", rounded(trial.measures().answered()))
                    .put("drain", rounded(trial.measures().drain()))
                    .put("waste", rounded(trial.measures().waste()))
                    .put("busy", rounded(trial.machine().busy()))
                    .put("best", trial.concurrency() == best))
        .toList();
  }

  /** The best concurrency in the rows of such a file; 0 if they name none. */
  static int best(List<JsonNode> rows) {
    return rows.stream()
        .filter(row -> row.path("best").asBoolean())
        .mapToInt(row -> row.path("concurrency").asInt())
        .findFirst()
        .orElse(0);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
