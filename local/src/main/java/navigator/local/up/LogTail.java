package navigator.local.up;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.local.up.StackLog.Entry;

/** Reads a stack's log from its beginning, and on as it grows. */
public final class LogTail implements AutoCloseable {

  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder unfinished = new StringBuilder();

  LogTail(Path file) throws IOException {
    reader = Files.newBufferedReader(file);
  }

  /** The lines that were finished since the last call. */
  public List<Entry> more() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (int count = reader.read(buffer); count > 0; count = reader.read(buffer)) {
      unfinished.append(buffer, 0, count);
    }
    int end = unfinished.lastIndexOf("\n");
    unfinished.substring(0, end + 1).lines().forEach(line -> read(line, entries));
    unfinished.delete(0, end + 1);
    return entries;
  }

  private static void read(String line, List<Entry> entries) {
    if (Wire.read(line, Entry.class) instanceof Read.Valid<Entry>(Entry entry)) {
      entries.add(entry);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
