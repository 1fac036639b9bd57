package navigator.bench.measure;

import java.util.ArrayList;
import java.util.List;
import navigator.bench.load.Offered;

/**
 * What a queue would do that knows the quota and wastes none of it: each request is called as soon
 * as those before it were and its cost is there.
 *
 * @param starts when each is called, in the order of the requests
 * @param drained when the last answer is there
 */
public record IdealFifo(List<Double> starts, double drained) {

  /**
   * Of a load in the order of its arrivals.
   *
   * @param latency seconds that a call takes, when nothing slows it
   */
  public static IdealFifo of(List<Offered> load, Supply supply, double latency) {
    List<Double> starts = new ArrayList<>();
    double now = 0;
    double most = supply.burst();
    double kept = most;
    for (Offered each : load) {
      if (each.at() > now) {
        kept = Math.min(most, kept + supply.between(now, each.at()));
        now = each.at();
      }
      if (kept < each.cost()) {
        now = supply.when(now, each.cost() - kept);
        kept = each.cost();
      }
      kept -= each.cost();
      starts.add(now);
    }
    return new IdealFifo(starts, now + latency * supply.course().at(now).slowness());
  }

  /** How long each waits for its call. */
  public List<Double> waits(List<Offered> load) {
    List<Double> waits = new ArrayList<>();
    for (int i = 0; i < load.size(); i++) {
      waits.add(starts.get(i) - load.get(i).at());
    }
    return waits;
  }
}
