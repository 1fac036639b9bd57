package navigator.bench.fleet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;

/**
 * What was measured of one case.
 *
 * @param answered of the requests, before their deadline
 * @param utilisation settled quota of what was there until the last call; empty without a backlog
 * @param waste 429s of all calls
 * @param drain time to the last answer, of the optimum; empty without a backlog
 * @param receives for each request
 * @param writes on the quota's item that were made, refused ones included, for each answer
 * @param writesASecond on average, throttled ones included
 * @param peakWrites of a second, throttled ones included
 * @param throttledWrites that the key did not take
 * @param peakReads of a second, throttled ones included
 * @param alone calls whose pace an environment kept alone
 * @param failedCalls calls of a model that was down
 */
public record FleetRow(
    FleetCase what,
    double answered,
    OptionalDouble utilisation,
    double waste,
    OptionalDouble drain,
    double receives,
    double writes,
    double writesASecond,
    long peakWrites,
    long throttledWrites,
    long peakReads,
    int alone,
    int failedCalls) {

  private static final double DIGITS = 10_000;

  /** As an object of the results file. */
  public ObjectNode json(long seed) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("environments", what.environments()).put("calls_a_minute", what.callsAMinute());
    row.put("requests", what.requests()).put("too_large", what.tooLarge());
    row.put("trouble", what.trouble().wireName());
    row.put("answered", rounded(answered));
    number(row, "utilisation", utilisation);
    row.put("waste", rounded(waste));
    number(row, "drain", drain);
    row.put("receives_per_message", rounded(receives));
    row.put("governor_writes_per_answer", rounded(writes));
    row.put("writes_a_second", rounded(writesASecond)).put("peak_writes_a_second", peakWrites);
    row.put("throttled_writes", throttledWrites).put("peak_reads_a_second", peakReads);
    row.put("calls_paced_alone", alone).put("calls_of_a_model_down", failedCalls);
    return row.put("seed", seed);
  }

  private static void number(ObjectNode row, String name, OptionalDouble value) {
    if (value.isPresent()) {
      row.put(name, rounded(value.getAsDouble()));
    } else {
      row.putNull(name);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
