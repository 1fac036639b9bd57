package navigator.bench.measure;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import navigator.bench.load.Offered;

/**
 * One approach under one load, when it is over.
 *
 * @param load in the order of its arrivals
 * @param questions the hash of each one's words, in the same order
 * @param supply of the quota, from the first call on
 * @param latency seconds that a call takes on average, when nothing slows it
 * @param endedAt when the queue was empty, or the run was cut off
 * @param drained whether the queue was empty
 */
public record Run(
    List<Offered> load,
    List<String> questions,
    Supply supply,
    double latency,
    RunLog log,
    Counts counts,
    double endedAt,
    boolean drained) {

  /** How it would have been ideally. */
  public IdealFifo ideal() {
    return IdealFifo.of(load, supply, latency);
  }

  /** How long each request waited for the call that answered it; to the end, if none did. */
  public List<Double> waits() {
    Map<String, Double> begun = log.begun();
    return IntStream.range(0, load.size())
        .mapToObj(i -> begun.getOrDefault(questions.get(i), endedAt) - load.get(i).at())
        .toList();
  }
}
