package navigator.local.chaos;

import java.time.Duration;
import java.util.Map;
import navigator.local.chaos.check.Verdict;

/**
 * One run.
 *
 * @param load how long requests were sent
 * @param took from the first request to the verdict
 * @param operated what operators did, by name
 * @param injected how often each kind of fault struck
 */
public record ChaosResult(
    long seed,
    Duration load,
    Duration took,
    Map<Kind, Integer> injected,
    int modelCalls,
    Map<String, Integer> operated,
    Verdict verdict) {

  /** Requests accepted per second of load. */
  public double perSecond() {
    return verdict.accepted() / Math.max(0.001, load.toMillis() / 1000.0);
  }
}
