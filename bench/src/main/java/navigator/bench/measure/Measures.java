package navigator.bench.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import navigator.bench.load.Offered;
import navigator.local.bedrock.QuotaEntry;

/**
 * The measures of a run.
 *
 * @param answered stored answers, of what was offered
 * @param falseDeadLetters of what was offered. Every dead letter is a false one: the requests of a
 *     benchmark are healthy by construction, the model answers each of them when it is asked with
 *     quota, so each would succeed on a replay.
 * @param utilisation settled quota, of what was given from the first admitted call to the last
 * @param waste calls that met a 429, of all calls
 * @param drain time to the last answer, or to the end if the queue was not empty then, of the ideal
 *     time
 * @param tail 99th percentile of the waits, of that of an ideal FIFO queue
 * @param fairness Jain's index over tenants
 * @param receives of each message
 * @param quotaWrites for each answer
 * @param paidCalls for each answer
 * @param recovery seconds at a minute of 60 seconds; empty if the quota did not change
 */
public record Measures(
    double answered,
    double falseDeadLetters,
    double utilisation,
    double waste,
    double drain,
    double tail,
    double fairness,
    double receives,
    double quotaWrites,
    double paidCalls,
    OptionalDouble recovery) {

  private static final double TAIL = 0.99;

  /** Of a run that is over. */
  public static Measures of(Run run) {
    double offered = run.load().size();
    Counts counts = run.counts();
    IdealFifo ideal = run.ideal();
    return new Measures(
        counts.answered() / offered,
        counts.deadLetters() / offered,
        utilisation(run),
        waste(run.log().calls()),
        (run.drained() ? run.log().lastAnswer() : run.endedAt()) / ideal.drained(),
        percentile(run.waits(), TAIL)
            / Math.max(run.latency(), percentile(ideal.waits(run.load()), TAIL)),
        Fairness.of(run),
        counts.receives() / offered,
        perAnswer(counts.quotaWrites(), counts),
        perAnswer(run.log().admitted().size(), counts),
        Recovery.of(run));
  }

  /** The 95th percentile of the waits of some tenants. */
  public static double slowest(Run run, Predicate<String> tenants) {
    List<Double> waits = run.waits();
    List<Offered> load = run.load();
    return percentile(
        IntStream.range(0, load.size())
            .filter(i -> tenants.test(load.get(i).tenant()))
            .mapToObj(waits::get)
            .toList(),
        0.95);
  }

  /** The smallest that so many are not above; 0 of nothing. */
  static double percentile(List<Double> values, double share) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Double> rising = values.stream().sorted().toList();
    return rising.get(Math.max(0, (int) Math.ceil(share * rising.size()) - 1));
  }

  private static double utilisation(Run run) {
    List<LoggedCall> admitted = run.log().admitted();
    if (admitted.size() < 2) {
      return 0;
    }
    double offset = run.log().firstCall();
    double given =
        run.supply().between(admitted.getFirst().at() - offset, admitted.getLast().at() - offset);
    return admitted.stream().mapToLong(LoggedCall::cost).sum() / given;
  }

  private static double waste(List<LoggedCall> calls) {
    long rejected = calls.stream().filter(call -> call.fate() == QuotaEntry.Kind.REJECTED).count();
    return calls.isEmpty() ? 0 : (double) rejected / calls.size();
  }

  private static double perAnswer(int count, Counts counts) {
    return counts.answered() == 0 ? count : (double) count / counts.answered();
  }
}
