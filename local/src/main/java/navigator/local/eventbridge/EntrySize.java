package navigator.local.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * The size of an entry as EventBridge counts it.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html">Sending
 *     events with PutEvents, "Calculating event entry sizes"</a>
 */
final class EntrySize {

  /** The most that all entries of one request may have together. */
  static final int LIMIT_BYTES = 256 * 1024;

  private static final int TIME_BYTES = 14;

  private EntrySize() {}

  /** In bytes. */
  static int of(JsonNode entry) {
    return (entry.hasNonNull("Time") ? TIME_BYTES : 0)
        + utf8(entry.path("Source"))
        + utf8(entry.path("DetailType"))
        + utf8(entry.path("Detail"))
        + entry.path("Resources").valueStream().mapToInt(EntrySize::utf8).sum();
  }

  private static int utf8(JsonNode text) {
    return text.asText().getBytes(StandardCharsets.UTF_8).length;
  }
}
