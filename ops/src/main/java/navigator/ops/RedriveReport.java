package navigator.ops;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a redrive did.
 *
 * @param matched messages that were in the queue, as SQS estimated it
 * @param done messages that were moved, or published again and deleted
 * @param unreadable messages left in the queue because they hold no event of ours
 * @param refused messages left in the queue because the bus did not take their event
 * @param failure why it ended early; null unless it did
 */
public record RedriveReport(
    String queue,
    long matched,
    long done,
    long unreadable,
    long refused,
    @Nullable String failure) {

  /** The counts as they are written down. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    counts.put("matched", matched);
    counts.put("done", done);
    counts.put("unreadable", unreadable);
    counts.put("refused", refused);
    return counts;
  }
}
