package navigator.bench.throttling;

import java.time.Duration;
import java.util.List;

/**
 * How long a run will take yet: by what each part usually takes, and by how much longer or shorter
 * those took that are done. For use by one thread.
 */
final class Forecast {

  /** To start the processes and to let them warm up, and to stop them. */
  private static final double AROUND_SECONDS = 25;

  /** A slow model is slow for those alone who call as many at once whatever happens. */
  private static final double SLOWED = ScenarioPlan.PATIENCE;

  /** Less says little about the rest. */
  private static final double ENOUGH_SECONDS = 120;

  private double expected;
  private double took;

  /** The seconds that one run of some approaches beside each other usually takes. */
  static double seconds(Stage stage, ScenarioPlan plan, List<Approach> group) {
    double longest =
        group.stream().mapToDouble(approach -> drain(stage.scenario(), approach)).max().orElse(0);
    double seconds =
        AROUND_SECONDS + stage.pace().of(plan.ideal().drained() * longest).toNanos() / 1e9;
    // The quiet tenants are measured without the noisy one, too.
    return stage.scenario() == Scenario.NOISY ? 2 * seconds : seconds;
  }

  // Of the optimum.
  private static double drain(Scenario scenario, Approach approach) {
    return switch (approach) {
      case GOVERNOR -> 1.1;
      case SDK_LEGACY, SDK_ADAPTIVE -> 1.3;
      case SDK_STANDARD -> 2.2;
      case FIXED -> scenario == Scenario.LATENCY_X4 ? SLOWED : 1.3;
    };
  }

  /** A part is done that was expected to take so many seconds. */
  void done(double seconds, Duration real) {
    expected += seconds;
    took += real.toNanos() / 1e9;
  }

  /** How long what is expected to take so many seconds will take. */
  Duration of(double seconds) {
    double factor = expected < ENOUGH_SECONDS ? 1 : took / expected;
    return Duration.ofSeconds(Math.round(seconds * factor));
  }
}
