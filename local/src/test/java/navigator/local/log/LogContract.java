package navigator.local.log;

import static navigator.contracts.log.StateChange.ASKED;
import static navigator.contracts.log.StateChange.CALLED;
import static navigator.contracts.log.StateChange.CANCELLED;
import static navigator.contracts.log.StateChange.CLAIMED;
import static navigator.contracts.log.StateChange.DEAD_LETTERED;
import static navigator.contracts.log.StateChange.DEFERRED;
import static navigator.contracts.log.StateChange.DROPPED;
import static navigator.contracts.log.StateChange.FELL_BACK;
import static navigator.contracts.log.StateChange.IGNORED;
import static navigator.contracts.log.StateChange.OUTCOME_STORED;
import static navigator.contracts.log.StateChange.OVERDUE;
import static navigator.contracts.log.StateChange.PERSISTED;
import static navigator.contracts.log.StateChange.PUBLISHED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import navigator.contracts.log.StateChange;
import navigator.contracts.testing.ContractSchemas;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;

/**
 * What is wrong with a function's log line: with one of metrics by its schema, and with one of a
 * state change if it lacks a field to find it by. An empty list says that nothing is.
 */
public final class LogContract {

  private static final List<String> ALWAYS =
      List.of("request_id", "conversation_id", "generation", "traceparent");

  private static final Set<StateChange> WITH_ATTEMPT =
      EnumSet.of(
          CLAIMED,
          ASKED,
          CALLED,
          OUTCOME_STORED,
          PUBLISHED,
          DEAD_LETTERED,
          FELL_BACK,
          PERSISTED,
          IGNORED,
          OVERDUE,
          CANCELLED);

  private static final Set<StateChange> WITH_OUTCOME =
      EnumSet.of(
          CALLED,
          DEFERRED,
          DROPPED,
          OUTCOME_STORED,
          PUBLISHED,
          DEAD_LETTERED,
          FELL_BACK,
          PERSISTED,
          IGNORED,
          OVERDUE,
          CANCELLED);

  /** Outcomes of messages of which no more is known than what they are named by. */
  private static final Set<String> NOTHING_ELSE_KNOWN = Set.of("unknown", "unreadable");

  private LogContract() {}

  /** What is wrong with the line. */
  public static List<String> faults(String line) {
    if (!(Wire.readTree(line) instanceof Read.Valid<JsonNode>(JsonNode fields))) {
      return List.of();
    }
    return fields.has("_aws") || message(fields).equals("metrics")
        ? ContractSchemas.metricLine(line)
        : change(fields).map(change -> missing(change, fields)).orElse(List.of());
  }

  /** The names of the metrics that the line carries. */
  public static List<String> metrics(String line) {
    return Wire.readTree(line) instanceof Read.Valid<JsonNode>(JsonNode fields)
        ? fields
            .at("/_aws/CloudWatchMetrics")
            .valueStream()
            .flatMap(directive -> directive.path("Metrics").valueStream())
            .map(metric -> metric.path("Name").asText())
            .toList()
        : List.of();
  }

  private static List<String> missing(StateChange change, JsonNode fields) {
    if (NOTHING_ELSE_KNOWN.contains(fields.path("outcome").asText()) || isNameless(fields)) {
      return List.of();
    }
    return Stream.of(
            ALWAYS.stream(),
            Stream.of("attempt").filter(_ -> WITH_ATTEMPT.contains(change)),
            Stream.of("outcome").filter(_ -> WITH_OUTCOME.contains(change)))
        .flatMap(names -> names)
        .filter(name -> !fields.has(name))
        .map(name -> change.wireName() + " has no " + name)
        .toList();
  }

  private static boolean isNameless(JsonNode fields) {
    return fields.has("message_id") && !fields.has("request_id");
  }

  private static Optional<StateChange> change(JsonNode fields) {
    return Arrays.stream(StateChange.values())
        .filter(change -> change.wireName().equals(message(fields)))
        .findFirst();
  }

  private static String message(JsonNode fields) {
    return fields.path("message").asText();
  }
}
