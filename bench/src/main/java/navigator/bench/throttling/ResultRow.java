package navigator.bench.throttling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import navigator.bench.machine.Machine;
import navigator.bench.measure.Measures;

/**
 * What was measured of one approach in one scenario.
 *
 * @param minute seconds that a minute took
 * @param requests that were offered
 * @param drained whether the queue was empty in the end; else the time to drain is a lower bound
 * @param quietTenants by how much the slowest of the quiet tenants' waits were longer than without
 *     the noisy one; empty where there is none
 * @param estimates the share of the waits that were told right within a factor of two; empty where
 *     none can be told
 * @param faults deliveries that failed for a reason that has nothing to do with the model
 */
public record ResultRow(
    String scenario,
    String approach,
    double minute,
    long seed,
    int requests,
    boolean drained,
    Measures measures,
    Machine machine,
    OptionalDouble quietTenants,
    OptionalDouble estimates,
    int faults) {

  private static final double DIGITS = 10_000;

  /** As an object of the results file. */
  public ObjectNode json() {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("scenario", scenario).put("approach", approach);
    number(row, "answered", measures.answered());
    number(row, "false_dead_letters", measures.falseDeadLetters());
    number(row, "utilisation", measures.utilisation());
    number(row, "waste", measures.waste());
    number(row, "drain", measures.drain());
    number(row, "tail", measures.tail());
    number(row, "fairness", measures.fairness());
    number(row, "receives_per_message", measures.receives());
    number(row, "governor_writes_per_answer", measures.quotaWrites());
    number(row, "calls_per_answer", measures.paidCalls());
    number(row, "recovery_seconds", measures.recovery());
    number(row, "quiet_tenants_p95_ratio", quietTenants);
    number(row, "estimates_within_factor_two", estimates);
    row.put("faults", faults);
    row.put("drained", drained).put("requests", requests);
    number(row, "minute_seconds", minute);
    row.put("seed", seed);
    number(row, "busy", machine.busy());
    number(row, "timer_lag_ms", machine.timerLag());
    return row.put("void", machine.isTooBusy());
  }

  /**
   * Reads what {@link #json()} wrote.
   *
   * @throws IllegalArgumentException if a field is missing
   */
  public static ResultRow of(JsonNode row) {
    return new ResultRow(
        field(row, "scenario").asText(),
        field(row, "approach").asText(),
        field(row, "minute_seconds").asDouble(),
        field(row, "seed").asLong(),
        field(row, "requests").asInt(),
        field(row, "drained").asBoolean(),
        new Measures(
            field(row, "answered").asDouble(),
            field(row, "false_dead_letters").asDouble(),
            field(row, "utilisation").asDouble(),
            field(row, "waste").asDouble(),
            field(row, "drain").asDouble(),
            field(row, "tail").asDouble(),
            field(row, "fairness").asDouble(),
            field(row, "receives_per_message").asDouble(),
            field(row, "governor_writes_per_answer").asDouble(),
            field(row, "calls_per_answer").asDouble(),
            optional(row, "recovery_seconds")),
        new Machine(field(row, "busy").asDouble(), field(row, "timer_lag_ms").asDouble()),
        optional(row, "quiet_tenants_p95_ratio"),
        optional(row, "estimates_within_factor_two"),
        field(row, "faults").asInt());
  }

  private static JsonNode field(JsonNode row, String name) {
    JsonNode value = row.path(name);
    if (value.isMissingNode() || value.isNull()) {
      throw new IllegalArgumentException("a row has no " + name);
    }
    return value;
  }

  private static OptionalDouble optional(JsonNode row, String name) {
    JsonNode value = row.path(name);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  private static void number(ObjectNode row, String name, OptionalDouble value) {
    if (value.isPresent()) {
      number(row, name, value.getAsDouble());
    } else {
      row.putNull(name);
    }
  }

  private static void number(ObjectNode row, String name, double value) {
    row.put(name, Math.round(value * DIGITS) / DIGITS);
  }
}
