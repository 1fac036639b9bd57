package navigator.bench.throttling;

import java.util.List;
import navigator.bench.load.Course;
import navigator.bench.load.Course.Phase;
import navigator.bench.load.Offered;
import navigator.bench.load.RecordedTrace;
import navigator.bench.load.Requests;

/**
 * Makes the scenarios; the same settings make the same.
 *
 * @param requests makes the loads
 * @param trace a recording; empty: one like it is made from the seed
 * @param speed by which the recording is played faster
 */
public record Plans(Requests requests, List<RecordedTrace.Row> trace, double speed) {

  private static final double PER_MINUTE = 60;
  private static final double TINY_PER_MINUTE = 6;
  private static final double FOREIGN = 0.4;
  private static final double OF_DEMAND = 0.6;

  /** The plan of a scenario. */
  public ScenarioPlan of(Scenario scenario) {
    double middle = requests.count() * 60 / PER_MINUTE / 2;
    return switch (scenario) {
      case KNOWN -> chats(scenario, true, Course.QUIET);
      case UNKNOWN -> chats(scenario, false, Course.QUIET);
      case LATENCY_X4 -> chats(scenario, true, Course.then(new Phase(middle, 1, 0, 4)));
      case LATENCY_HALF -> chats(scenario, true, Course.then(new Phase(middle, 1, 0, 0.5)));
      case SHARED -> chats(scenario, true, Course.then(new Phase(middle / 2, 1, FOREIGN, 1)));
      case STEP ->
          chats(
              scenario,
              true,
              Course.then(new Phase(middle / 2, 0.5, 0, 1), new Phase(middle * 1.5, 1, 0, 1)));
      case TINY -> tiny();
      case NOISY -> at(scenario, requests.noisy(2 * middle), PER_MINUTE);
      case MIXED -> at(scenario, requests.mixed(), PER_MINUTE);
      case TRACE -> recorded();
    };
  }

  private ScenarioPlan chats(Scenario scenario, boolean known, Course course) {
    List<Offered> load = requests.chats();
    return new ScenarioPlan(scenario, load, quota(load, PER_MINUTE), known, course);
  }

  private static ScenarioPlan at(Scenario scenario, List<Offered> load, double perMinute) {
    return new ScenarioPlan(scenario, load, quota(load, perMinute), true, Course.QUIET);
  }

  // As long as the others: a tenth of the requests at a tenth of the pace.
  private ScenarioPlan tiny() {
    int few = Math.max(1, (int) (requests.count() * TINY_PER_MINUTE / PER_MINUTE));
    List<Offered> load = new Requests(few, requests.seed(), requests.least()).chats();
    return at(Scenario.TINY, load, TINY_PER_MINUTE);
  }

  private ScenarioPlan recorded() {
    List<Offered> load =
        trace.isEmpty() ? requests.likeRecorded(speed) : requests.recorded(trace, speed);
    long cost = load.stream().mapToLong(Offered::cost).sum();
    double minutes = Math.max(1.0 / 60, load.getLast().at() / 60);
    long quota = Math.round(cost / minutes * OF_DEMAND);
    return new ScenarioPlan(Scenario.TRACE, load, quota, true, Course.QUIET);
  }

  private static long quota(List<Offered> load, double perMinute) {
    double mean = load.stream().mapToLong(Offered::cost).average().orElse(1);
    return Math.round(mean * perMinute);
  }
}
