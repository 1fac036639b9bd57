package navigator.local.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a kill would leave of a file now, while its owner goes on. */
public final class Snapshot {

  private Snapshot() {}

  /** All of it that is written. */
  public static Path of(Path file) throws IOException {
    return Files.copy(file, Files.createTempDirectory(file.getParent(), "killed").resolve("copy"));
  }

  /** Without its last bytes, as if the last write had been broken off. */
  static Path torn(Path file, long missing) throws IOException {
    var copy = of(file);
    try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - missing);
    }
    return copy;
  }
}
