package navigator.bench.throttling;

import java.util.List;
import java.util.function.Predicate;
import navigator.bench.load.Course;
import navigator.bench.load.Offered;
import navigator.bench.measure.IdealFifo;
import navigator.bench.measure.Supply;
import navigator.local.bedrock.Latency;

/**
 * A scenario made exact. All times are those of a minute of 60 seconds.
 *
 * @param load in the order of its arrivals
 * @param tokensPerMinute the quota, before anything befalls it
 * @param known whether the worker is told the quota
 */
public record ScenarioPlan(
    Scenario scenario, List<Offered> load, long tokensPerMinute, boolean known, Course course) {

  /** Until a run is cut off, in ideal times. */
  public static final int PATIENCE = 4;

  private static final int BURST_OF_MINUTE = 10;

  public ScenarioPlan {
    load = List.copyOf(load);
  }

  /** The depth of the quota's bucket: a tenth of a minute, and one reservation at least. */
  public long burst() {
    long largest = load.stream().mapToLong(Offered::reservation).max().orElse(0);
    return Math.max(tokensPerMinute / BURST_OF_MINUTE, largest);
  }

  /** What the quota gives. */
  public Supply supply() {
    return new Supply(tokensPerMinute, burst(), course);
  }

  /** The seconds that a call takes on average, when nothing slows it. */
  public double latency() {
    double first = Latency.TYPICAL.firstToken().toMillis() / 1e3;
    return load.stream()
        .mapToDouble(each -> first + each.output() / Latency.TYPICAL.tokensPerSecond())
        .average()
        .orElse(first);
  }

  /** How it goes at best. */
  public IdealFifo ideal() {
    return IdealFifo.of(load, supply(), latency());
  }

  /** Requests a second that the quota allows for. */
  public double rate() {
    double mean = load.stream().mapToLong(Offered::cost).average().orElse(1);
    return tokensPerMinute / mean / 60;
  }

  /** The same with the requests of some tenants only. */
  ScenarioPlan of(Predicate<String> tenants) {
    List<Offered> some = load.stream().filter(each -> tenants.test(each.tenant())).toList();
    return new ScenarioPlan(scenario, some, tokensPerMinute, known, course);
  }
}
