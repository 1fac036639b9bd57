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

  /** Whether these rows, of a run with a seed and so many requests, are of this stage. */
  boolean isIn(List<ResultRow> rows, long seed, int requests) {
    return approaches.stream()
        .allMatch(approach -> rows.stream().anyMatch(row -> is(row, approach, seed, requests)));
  }

  private boolean is(ResultRow row, Approach approach, long seed, int requests) {
    return holds(row)
        && row.approach().equals(approach.wireName())
        && row.seed() == seed
        && row.requests() == requests;
  }

  /** Whether a row is of this stage, in whatever run. */
  boolean holds(ResultRow row) {
    return row.scenario().equals(scenario.wireName()) && row.minute() == seconds();
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

  /** The names of those who are measured, where there is little room. */
  List<String> brief() {
    return approaches.stream().map(Approach::brief).toList();
  }
}
