package navigator.inference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import navigator.contracts.RequestId;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through a batch of dead letters in order. Safe for use by many threads. */
public final class FallBackBatch {

  private static final Logger LOG = LoggerFactory.getLogger(FallBackBatch.class);
  private static final MetricLog METRICS = MetricLog.of(FallBackBatch.class);

  private final FallBack fallBack;
  private final Duration letterBudget;
  private final InstantSource clock;

  /**
   * A batch.
   *
   * @param letterBudget the longest that one letter takes
   */
  public FallBackBatch(FallBack fallBack, Duration letterBudget, InstantSource clock) {
    this.fallBack = fallBack;
    this.letterBudget = letterBudget;
    this.clock = clock;
  }

  /**
   * Ends what it can in the time that there is.
   *
   * @param remaining until the process is stopped
   * @return the letters that are to be received again
   */
  public List<Delivery> fallBack(List<Delivery> batch, Duration remaining) {
    // A process that is stopped in the middle would have its whole batch received again.
    Instant lastStart = clock.instant().plus(remaining).minus(letterBudget);
    List<Delivery> failed = new ArrayList<>();
    Set<String> stopped = new HashSet<>();
    for (Delivery letter : batch) {
      // A conversation's letters stay in order: after one that failed, the rest wait with it.
      if (stopped.contains(letter.group())
          || clock.instant().isAfter(lastStart)
          || !succeeds(letter)) {
        stopped.add(letter.group());
        failed.add(letter);
      }
    }
    return failed;
  }

  private boolean succeeds(Delivery letter) {
    try {
      fallBack.fallBack(letter);
      return true;
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("message_id", letter.messageId())
          .addKeyValue("request_id", letter.requestId().map(RequestId::value).orElse("none"))
          .setCause(e)
          .log("dead_letter.faulted");
      METRICS.faulted(FunctionName.DEAD_LETTER);
      return false;
    }
  }
}
