package navigator.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import navigator.contracts.wire.Wire;
import navigator.local.FunctionLog;

/**
 * A file of what functions print, a JSON object a line, written so that it can be read meanwhile.
 * Safe for use by many threads.
 */
public final class StackLog implements FunctionLog, AutoCloseable {

  private final Writer writer;
  private boolean closed;

  private StackLog(Writer writer) {
    this.writer = writer;
  }

  /**
   * One line.
   *
   * @param function the function's physical name
   * @param line as the function printed it
   */
  public record Entry(String function, String line) {}

  static StackLog in(Path file) throws IOException {
    return new StackLog(Files.newBufferedWriter(file));
  }

  @Override
  public synchronized void line(String functionName, String line) {
    if (closed) {
      return;
    }
    try {
      writer.write(Wire.write(new Entry(functionName, line)) + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The functions' lines cannot be kept", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    writer.close();
  }
}
