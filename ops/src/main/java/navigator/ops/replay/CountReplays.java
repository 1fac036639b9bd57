package navigator.ops.replay;

import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.ReplayState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the metrics how replays go and how they ended, whoever drove them: a terminal has no
 * metrics. Counts are marked first, so that none is told twice; what a process did not live to tell
 * is missing. That a replay stopped itself is told before its mark: an alarm may rather ring twice.
 * Safe for use by many threads.
 */
public final class CountReplays {

  private static final MetricLog METRICS = MetricLog.of(CountReplays.class);
  private static final Logger LOG = LoggerFactory.getLogger(CountReplays.class);

  private final MetricMarks marks;

  public CountReplays(MetricMarks marks) {
    this.marks = marks;
  }

  /** Tells what is new. That it cannot is told too, and keeps nobody from driving. */
  public void count() {
    try {
      marks.unreported().stream().filter(replay -> !replay.isOld()).forEach(this::count);
    } catch (RuntimeException e) {
      LOG.error("replays.uncounted", e);
      METRICS.faulted(FunctionName.REPLAY);
    }
  }

  private void count(UnreportedReplay replay) {
    if (replay.end() == ReplayState.STOPPED) {
      METRICS.replayStopped();
    }
    if (marks.mark(replay)) {
      tell(replay);
    }
  }

  private static void tell(UnreportedReplay replay) {
    UnreportedReplay.Ends ends = replay.now().since(replay.reported());
    tell(EntryState.ANSWERED, ends.answered());
    tell(EntryState.FAILED, ends.failed());
    tell(EntryState.SKIPPED, ends.skipped());
  }

  private static void tell(EntryState end, long count) {
    if (count > 0) {
      METRICS.replayed(end, count);
    }
  }
}
