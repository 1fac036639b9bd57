package navigator.local.command;

import java.io.PrintWriter;
import navigator.local.chaos.ChaosRun;
import navigator.local.terminal.LiveLine;

/** How a run comes on: a live line on a terminal, now and then a line elsewhere. */
final class ChaosProgress implements ChaosRun.Progress, AutoCloseable {

  private static final int STEP_PERCENT = 10;

  private final LiveLine line;
  private final int requests;

  ChaosProgress(PrintWriter err, int requests) {
    this.line = LiveLine.onStandardError(err);
    this.requests = requests;
  }

  @Override
  public void now(int accepted, int pending, int faults) {
    long tenth = accepted * 100L / requests / STEP_PERCENT * STEP_PERCENT;
    line.show(
        tenth + " % accepted",
        ": %d of %d, %d pending, %d faults".formatted(accepted, requests, pending, faults));
  }

  @Override
  public void close() {
    line.close();
  }
}
