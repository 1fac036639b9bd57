package navigator.local.terminal;

import java.io.PrintWriter;

/**
 * A status that changes in its place on a terminal; elsewhere a line for each new status. Safe for
 * use by many threads.
 */
public final class LiveLine implements AutoCloseable {

  /** Wider lines would wrap on the narrowest of common terminals and could not be taken back. */
  private static final int WIDTH = 79;

  /** The system property with which {@code ./navigator} says that standard error is a terminal. */
  private static final String LIVE = "navigator.live";

  private static final String TAKE_BACK = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private String shown = "";

  /**
   * A line on a stream.
   *
   * @param terminal whether the stream is a terminal
   */
  public LiveLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A line on standard error, which {@code err} writes to. */
  public static LiveLine onStandardError(PrintWriter err) {
    return new LiveLine(err, Boolean.getBoolean(LIVE));
  }

  /**
   * Shows a status.
   *
   * @param status what is new when it differs from the one before
   * @param detail what only a terminal is told, such as the seconds that went by
   */
  public synchronized void show(String status, String detail) {
    if (terminal) {
      String text = status + detail;
      out.print(TAKE_BACK + text.substring(0, Math.min(WIDTH, text.length())));
      out.flush();
    } else if (!status.equals(shown)) {
      out.println(status);
      out.flush();
    }
    shown = status;
  }

  /** Takes the line back from a terminal. */
  @Override
  public synchronized void close() {
    if (terminal && !shown.isEmpty()) {
      out.print(TAKE_BACK);
      out.flush();
    }
  }
}
