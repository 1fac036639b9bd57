package navigator.local.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import navigator.local.terminal.LiveLine;

/** Shows what is waited for, and on a terminal for how long already. */
final class Waiting implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(100);

  private final long start = System.nanoTime();
  private final LiveLine line;
  private final Thread ticking;
  private volatile String status;

  Waiting(PrintWriter err, String status) {
    this.status = status;
    line = LiveLine.onStandardError(err);
    line.show(status, "");
    ticking = Thread.ofVirtual().start(this::tick);
  }

  /** From now on something else is waited for. */
  void now(String newStatus) {
    status = newStatus;
    line.show(newStatus, elapsed());
  }

  private void tick() {
    try {
      while (true) {
        Thread.sleep(TICK);
        line.show(status, elapsed());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String elapsed() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return String.format(Locale.ROOT, " %.1f s", elapsed.toMillis() / 1000.0);
  }

  @Override
  public void close() {
    ticking.interrupt();
    try {
      ticking.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    line.close();
  }
}
