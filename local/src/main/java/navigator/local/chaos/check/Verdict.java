package navigator.local.chaos.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the checker found.
 *
 * @param unacknowledged requests whose 202 no client saw
 * @param left messages in queues, by queue
 * @param boughtAgain answers that were paid more than once before one was stored
 * @param oldestOverdue the longest time from a deadline to an end; zero if all ended in time
 * @param broken the evidence by promise; empty if all were kept
 */
public record Verdict(
    int accepted,
    int unacknowledged,
    Map<String, Integer> statuses,
    Map<String, Integer> fallbackCodes,
    Map<String, Integer> left,
    int boughtAgain,
    Duration oldestOverdue,
    Map<Promise, List<String>> broken) {

  /** How often a promise was broken. */
  public int count(Promise promise) {
    return broken.getOrDefault(promise, List.of()).size();
  }

  /** How many requests have a status. */
  public int with(String status) {
    return statuses.getOrDefault(status, 0);
  }
}
