package navigator.local.chaos.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import navigator.local.chaos.check.Operations.Audit;

/** How much operators did, as the table has it. */
public final class Operated {

  private Operated() {}

  /**
   * Counts by name, in the order in which they are told.
   *
   * @param driversKilled what no table has
   */
  public static Map<String, Integer> counts(Operations operations, int driversKilled) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("replays started", operations.replays().size());
    List.of("completed", "stopped", "cancelled")
        .forEach(state -> counts.put("replays " + state, ended(operations, state)));
    counts.put("letters replayed", sum(operations, "sent"));
    counts.put("answered by a replay", sum(operations, "answered"));
    counts.put("failed again", sum(operations, "failed"));
    counts.put("skipped", sum(operations, "skipped"));
    counts.put("discarded", changed(operations, "discard"));
    counts.put("restored", changed(operations, "restore"));
    counts.put("drivers killed", driversKilled);
    return counts;
  }

  private static int ended(Operations operations, String state) {
    return (int) operations.replays().stream().filter(r -> r.state().equals(state)).count();
  }

  private static int sum(Operations operations, String count) {
    return operations.replays().stream().mapToInt(replay -> replay.count(count)).sum();
  }

  private static int changed(Operations operations, String action) {
    return operations.audit().stream()
        .filter(record -> record.is(action, "done"))
        .map(Audit::counts)
        .mapToInt(counts -> counts.getOrDefault("done", 0))
        .sum();
  }
}
