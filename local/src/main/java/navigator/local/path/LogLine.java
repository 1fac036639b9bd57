package navigator.local.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import navigator.contracts.RequestId;
import navigator.contracts.log.StateChange;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;

/**
 * One structured line that a function wrote about a request.
 *
 * @param function the function's physical name
 * @param at when the function wrote it, by its own clock
 * @param message a state change's wire name, or another message
 * @param fields the whole line
 */
public record LogLine(
    String function, Instant at, RequestId request, String message, JsonNode fields) {

  /** What marks a line that CloudWatch takes metrics from. */
  private static final String METRICS = "_aws";

  /** The line, if it is about a request; others, and metrics, are of no interest on its path. */
  public static Optional<LogLine> parse(String function, String line) {
    if (!(Wire.readTree(line) instanceof Read.Valid<JsonNode>(JsonNode fields))
        || fields.has(METRICS)) {
      return Optional.empty();
    }
    return RequestId.parse(fields.path("request_id").asText())
        .flatMap(
            request ->
                time(fields)
                    .map(at -> new LogLine(function, at, request, message(fields), fields)));
  }

  /** The state change that the line tells, if it tells one. */
  public Optional<StateChange> change() {
    return Arrays.stream(StateChange.values())
        .filter(change -> change.wireName().equals(message))
        .findFirst();
  }

  /** Whether the line tells that change. */
  public boolean is(StateChange change) {
    return change.wireName().equals(message);
  }

  /** A text field of the line. */
  public Optional<String> text(String field) {
    JsonNode value = fields.path(field);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** A whole number among the fields of the line. */
  public OptionalLong number(String field) {
    JsonNode value = fields.path(field);
    return value.isIntegralNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
  }

  private static String message(JsonNode fields) {
    return fields.path("message").asText("");
  }

  private static Optional<Instant> time(JsonNode fields) {
    try {
      return Optional.of(Instant.parse(fields.path("timestamp").asText()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
