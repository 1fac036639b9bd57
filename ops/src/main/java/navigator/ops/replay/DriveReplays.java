package navigator.ops.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives every replay that has not ended, all at once, for as long as there is time. Safe for use
 * by many threads.
 */
public final class DriveReplays {

  private static final MetricLog METRICS = MetricLog.of(DriveReplays.class);
  private static final Logger LOG = LoggerFactory.getLogger(DriveReplays.class);

  private final ReplayReader replays;
  private final DriveReplay driveReplay;

  public DriveReplays(ReplayReader replays, DriveReplay driveReplay) {
    this.replays = replays;
    this.driveReplay = driveReplay;
  }

  /** Drives them all. */
  public void driveAll(BooleanSupplier timeLeft) throws InterruptedException {
    List<Callable<Boolean>> drives = new ArrayList<>();
    for (String name : replays.active()) {
      drives.add(() -> driveOrReport(name, timeLeft));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> _ = threads.invokeAll(drives);
    }
  }

  // One replay that cannot be driven must not keep the others from it.
  private boolean driveOrReport(String name, BooleanSupplier timeLeft) throws InterruptedException {
    try {
      return driveReplay.drive(name, timeLeft) == DriveVerdict.ENDED;
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("replay", name).setCause(e).log("replay.failed");
      METRICS.faulted(FunctionName.REPLAY);
      return false;
    }
  }
}
