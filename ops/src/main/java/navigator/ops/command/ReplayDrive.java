package navigator.ops.command;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import navigator.ops.replay.DriveReplay;
import navigator.ops.replay.DriveVerdict;

/**
 * Drives a replay beside its watching, whenever nobody else does. Ending it, by Ctrl-C too, hands
 * the replay over at once.
 */
final class ReplayDrive implements AutoCloseable {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread thread;

  ReplayDrive(DriveReplay drive, String name, Output output) {
    thread = Thread.ofPlatform().daemon().name("replay").start(() -> drive(drive, name, output));
  }

  private void drive(DriveReplay drive, String name, Output output) {
    try {
      while (!over.get() && drive.drive(name, () -> !over.get()) == DriveVerdict.BUSY) {
        Thread.sleep(LOOK_AGAIN);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      output.note("this process drives the replay no more, the stack does: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    over.set(true);
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
