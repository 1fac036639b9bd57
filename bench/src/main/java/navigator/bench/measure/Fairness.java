package navigator.bench.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import navigator.bench.load.Offered;

/**
 * How evenly tenants are served while there is not enough for all: Jain's index of what each got of
 * its max-min fair share, over the first half of the ideal time.
 *
 * @see <a href="https://arxiv.org/abs/cs/9809099">Jain, Chiu and Hawe: a quantitative measure of
 *     fairness</a>
 */
public final class Fairness {

  private Fairness() {}

  /** 1 if all got the same part of what is theirs; one by the number of tenants at worst. */
  public static double of(Run run) {
    double until = run.ideal().drained() / 2;
    Map<String, Double> asked = new TreeMap<>();
    for (Offered each : run.load()) {
      if (each.at() <= until) {
        asked.merge(each.tenant(), (double) each.cost(), Double::sum);
      }
    }
    Supply supply = run.supply();
    Map<String, Double> fair = shares(asked, supply.burst() + supply.between(0, until));
    Map<String, Double> got = got(run, until);
    return jain(
        asked.keySet().stream()
            .map(tenant -> got.getOrDefault(tenant, 0.0) / fair.getOrDefault(tenant, 1.0))
            .toList());
  }

  /** Jain's index; 0 if nobody got anything. */
  static double jain(List<Double> parts) {
    double sum = parts.stream().mapToDouble(part -> part).sum();
    double squares = parts.stream().mapToDouble(part -> part * part).sum();
    return squares == 0 ? 0 : sum * sum / (parts.size() * squares);
  }

  /** Nobody gets more than was asked, and what is left over goes to the others evenly. */
  static Map<String, Double> shares(Map<String, Double> asked, double capacity) {
    Map<String, Double> shares = new HashMap<>();
    List<Map.Entry<String, Double>> rising = new ArrayList<>(asked.entrySet());
    rising.sort(Map.Entry.comparingByValue());
    double left = capacity;
    for (int i = 0; i < rising.size(); i++) {
      double share = Math.min(rising.get(i).getValue(), left / (rising.size() - i));
      shares.put(rising.get(i).getKey(), share);
      left -= share;
    }
    return shares;
  }

  private static Map<String, Double> got(Run run, double until) {
    Map<String, String> tenants = new HashMap<>();
    for (int i = 0; i < run.load().size(); i++) {
      tenants.put(run.questions().get(i), run.load().get(i).tenant());
    }
    Map<String, Double> got = new HashMap<>();
    for (LoggedCall call : run.log().admitted()) {
      if (call.at() <= until) {
        got.merge(
            tenants.getOrDefault(call.question(), "nobody"), (double) call.cost(), Double::sum);
      }
    }
    return got;
  }
}
