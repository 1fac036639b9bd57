package navigator.bench.throttling;

import java.util.ArrayList;
import java.util.List;
import navigator.bench.load.Pace;

/** A scenario with those who are measured in it, and the pace at which time passes. */
public record Stage(Scenario scenario, List<Approach> approaches, Pace pace) {

  private static final List<Approach> EVERYBODY = List.of(Approach.values());
  private static final List<Approach> OURS = List.of(Approach.GOVERNOR);

  /** Whose times cannot all be scaled, beside ours. */
  private static final List<Approach> UNSCALED = List.of(Approach.GOVERNOR, Approach.SDK_ADAPTIVE);

  private static final List<List<Approach>> SCALED =
      List.of(
          OURS,
          List.of(
              Approach.SDK_LEGACY, Approach.SDK_STANDARD, Approach.SDK_ADAPTIVE, Approach.FIXED));

  /** Every scenario with everybody, and the first one at AWS's own pace. */
  static List<Stage> full(Pace pace) {
    List<Stage> stages = new ArrayList<>();
    for (Scenario scenario : Scenario.values()) {
      stages.add(new Stage(scenario, EVERYBODY, pace));
    }
    if (!pace.equals(Pace.REAL)) {
      stages.add(new Stage(Scenario.KNOWN, UNSCALED, Pace.REAL));
    }
    return stages;
  }

  /** What shows in a few minutes whether anything went wrong. */
  static List<Stage> quick(Pace pace) {
    return List.of(
        new Stage(Scenario.KNOWN, EVERYBODY, pace),
        new Stage(Scenario.UNKNOWN, OURS, pace),
        new Stage(Scenario.LATENCY_X4, OURS, pace));
  }

  /**
   * One scenario.
   *
   * @param approaches that are measured; none: everybody
   */
  static List<Stage> only(Scenario scenario, List<Approach> approaches, Pace pace) {
    return List.of(new Stage(scenario, approaches.isEmpty() ? EVERYBODY : approaches, pace));
  }

  /**
   * Who is measured at the same time: ours has the machine for itself, since all at once measured
   * the machine, and the others are beside each other, since there is no time for each. At AWS's
   * own pace that has little to do, and all are beside each other.
   */
  List<List<Approach>> groups() {
    if (pace.equals(Pace.REAL)) {
      return List.of(approaches);
    }
    return SCALED.stream()
        .map(group -> group.stream().filter(approaches::contains).toList())
        .filter(group -> !group.isEmpty())
        .toList();
  }

  /** Whether a row, of a run with a seed and so many requests, is of this stage. */
  boolean isIn(ResultRow row, long seed, int requests) {
    return holds(row) && row.seed() == seed && row.requests() == requests;
  }

  /** Whether a row is of this stage, in whatever run. */
  boolean holds(ResultRow row) {
    return row.scenario().equals(scenario.wireName())
        && row.minute() == seconds()
        && approaches.stream().anyMatch(approach -> isOf(row, approach));
  }

  static boolean isOf(ResultRow row, Approach approach) {
    return row.approach().equals(approach.wireName());
  }

  /** How long a minute takes. */
  double seconds() {
    return pace.minute().toMillis() / 1e3;
  }

  /** What it is called while it runs. */
  String title() {
    String name = scenario.wireName();
    return pace.equals(Pace.REAL) ? name + " (unscaled)" : name;
  }
}
