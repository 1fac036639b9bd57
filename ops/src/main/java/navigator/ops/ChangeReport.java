package navigator.ops;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a change did.
 *
 * @param operation what its records have in common
 * @param matched letters that it was about
 * @param done how many it changed
 * @param skipped how many it left as they were, by the reason
 */
public record ChangeReport(
    String operation, long matched, long done, Map<ChangeRefusal, Long> skipped) {

  public ChangeReport {
    skipped = Map.copyOf(skipped);
  }

  /** The counts as they are written down. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("matched", matched);
    counts.put("done", done);
    skipped.forEach((reason, count) -> counts.put("skipped_" + reason.wireName(), count));
    return counts;
  }
}
