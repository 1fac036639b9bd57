package navigator.bench.throttling;

import java.util.OptionalDouble;
import navigator.bench.machine.Machine;
import navigator.bench.measure.Measures;

/** Rows of results, made up. */
final class Rows {

  private Rows() {}

  static ResultRow row(Scenario scenario, Approach approach, int requests) {
    return row(scenario, approach, requests, 10, OptionalDouble.empty());
  }

  static ResultRow row(
      Scenario scenario, Approach approach, int requests, double minute, OptionalDouble recovery) {
    return new ResultRow(
        scenario.wireName(),
        approach.wireName(),
        minute,
        1,
        requests,
        true,
        measures(1.25, 0.1, recovery),
        new Machine(0.5, 1.5),
        OptionalDouble.empty(),
        OptionalDouble.of(0.9),
        0);
  }

  static Measures measures(double drain, double waste, OptionalDouble recovery) {
    return new Measures(1, 0, 0.98, waste, drain, 1.5, 0.99, 1.2, 1.1, 1, recovery);
  }
}
