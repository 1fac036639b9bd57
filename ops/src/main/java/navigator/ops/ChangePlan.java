package navigator.ops;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a change would do.
 *
 * @param at when that was looked up
 * @param matched letters that are meant
 * @param groups of those that it would change
 * @param skipped how many it would leave as they are, by the reason
 */
public record ChangePlan(
    Instant at, long matched, List<LetterGroup> groups, Map<ChangeRefusal, Long> skipped) {

  public ChangePlan {
    groups = List.copyOf(groups);
    skipped = Map.copyOf(skipped);
  }

  /** How many it would change. */
  public long toChange() {
    return groups.stream().mapToLong(LetterGroup::count).sum();
  }
}
