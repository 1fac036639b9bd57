package navigator.bench.replay;

import java.io.IOException;
import java.time.InstantSource;
import navigator.ops.aws.OpsQueues;
import navigator.ops.aws.OpsTable;
import navigator.ops.replay.DriveReplay;
import navigator.ops.replay.DriveVerdict;

/**
 * A process that drives one replay to its end, whoever had it before. It ends with its standard
 * input, so that none is left behind.
 */
public final class DriverMain {

  /** How often it is tried to take a replay that a dead driver still holds. */
  private static final long RETRY_MILLIS = 200;

  private static final int UNKNOWN = 1;

  private DriverMain() {}

  /** Drives the replay {@code arguments[2]} of table {@code [0]} and queue {@code [1]}. */
  public static void main(String[] arguments) throws InterruptedException {
    Thread.ofPlatform().daemon().name("parent").start(DriverMain::endWithParent);
    OpsTable table = OpsTable.connect(arguments[0]);
    DriveReplay driveReplay =
        new DriveReplay(
            table.replayStages(OpsQueues.connect().requests(arguments[1]), Thread::sleep),
            InstantSource.system());
    DriveVerdict verdict;
    do {
      verdict = driveReplay.drive(arguments[2], () -> true);
      if (verdict == DriveVerdict.BUSY) {
        Thread.sleep(RETRY_MILLIS);
      }
    } while (verdict == DriveVerdict.BUSY || verdict == DriveVerdict.TIME_UP);
    System.exit(verdict == DriveVerdict.ENDED ? 0 : UNKNOWN);
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes; the end is what is waited for.
      }
    } catch (IOException _) {
      // As good as the end.
    }
    Runtime.getRuntime().halt(UNKNOWN);
  }
}
