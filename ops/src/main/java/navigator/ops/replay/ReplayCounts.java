package navigator.ops.replay;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many dead letters a replay is at which point with. What was matched is what remains, what is
 * outstanding, and what was answered, failed again or was skipped.
 *
 * @param matched when it began
 * @param sent that the queue took
 * @param outstanding that were asked, and have not ended
 * @param answered that have a real answer now
 * @param failed that ended in a fallback again
 * @param skipped that were left out
 */
public record ReplayCounts(
    long matched, long sent, long outstanding, long answered, long failed, long skipped) {

  /** Of a replay that has not begun. */
  public static final ReplayCounts NONE = new ReplayCounts(0, 0, 0, 0, 0, 0);

  /** That nothing was done about. */
  public long remaining() {
    return matched - outstanding - answered - failed - skipped;
  }

  /** By name, as they are written down. */
  public Map<String, Long> named() {
    Map<String, Long> named = new LinkedHashMap<>();
    named.put("matched", matched);
    named.put("sent", sent);
    named.put("outstanding", outstanding);
    named.put("answered", answered);
    named.put("failed", failed);
    named.put("skipped", skipped);
    return named;
  }
}
