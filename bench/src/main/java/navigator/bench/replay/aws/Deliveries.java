package navigator.bench.replay.aws;

import java.util.Map;

/**
 * What came off the queue.
 *
 * @param delivered how often, by the deduplication id
 * @param worked how often work on it began, by the same
 * @param dropped deliveries that a claim refused
 * @param queued messages that are left
 * @param faults deliveries that failed, and come again
 */
record Deliveries(
    Map<String, Long> delivered, Map<String, Long> worked, long dropped, long queued, long faults) {

  Deliveries {
    delivered = Map.copyOf(delivered);
    worked = Map.copyOf(worked);
  }
}
