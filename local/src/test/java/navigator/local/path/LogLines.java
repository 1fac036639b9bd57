package navigator.local.path;

import java.time.Instant;
import navigator.contracts.log.StateChange;

/** Lines as functions write them. */
public final class LogLines {

  public static final String ID = "550e8400-e29b-41d4-a716-446655440000";
  private static final Instant START = Instant.parse("2026-03-01T12:00:00.000000Z");

  private LogLines() {}

  /** A line of a change, some milliseconds after a fixed time. */
  public static LogLine line(String function, long millis, StateChange change, String... fields) {
    return LogLine.parse("learning-navigator-" + function, json(millis, change, fields))
        .orElseThrow();
  }

  /** The text of such a line; the fields are JSON members such as {@code "attempt":1}. */
  public static String json(long millis, StateChange change, String... fields) {
    StringBuilder json =
        new StringBuilder("{\"timestamp\":\"")
            .append(START.plusMillis(millis))
            .append("\",\"level\":\"INFO\",\"logger\":\"x\",\"message\":\"")
            .append(change.wireName())
            .append("\",\"request_id\":\"")
            .append(ID)
            .append('"');
    for (String field : fields) {
      json.append(',').append(field);
    }
    return json.append('}').toString();
  }
}
