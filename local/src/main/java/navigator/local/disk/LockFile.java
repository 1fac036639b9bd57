package navigator.local.disk;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * A file that one process at a time holds, with that process's id in it. The system takes the lock
 * back even from a process that is killed.
 */
public final class LockFile implements AutoCloseable {

  private final FileChannel channel;

  private LockFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock; empty if another has it. The file is made if it is missing, and stays. */
  public static Optional<LockFile> take(Path file) throws IOException {
    var ownersAlone = asFileAttribute(fromString("rw-------"));
    var channel = FileChannel.open(file, EnumSet.of(CREATE, WRITE), ownersAlone);
    if (!locked(channel)) {
      channel.close();
      return Optional.empty();
    }
    channel.truncate(0);
    var pid = Long.toString(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
    return Optional.of(new LockFile(channel));
  }

  /** Whether a process has the lock now. */
  public static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (var channel = FileChannel.open(file, WRITE)) {
      return !locked(channel);
    }
  }

  /**
   * The id of the process that has the lock now; empty if none has, or if the one that has just
   * taken it has not said so yet.
   */
  public static OptionalLong heldBy(Path file) throws IOException {
    try {
      return isHeld(file) ? living(Files.readString(file).strip()) : OptionalLong.empty();
    } catch (NoSuchFileException e) {
      // Its owner has just ended and removed it.
      return OptionalLong.empty();
    }
  }

  /** Who has the lock, in words. */
  public static String holder(Path file) throws IOException {
    var pid = heldBy(file);
    return pid.isPresent() ? "process " + pid.getAsLong() : "another process";
  }

  // Until the lock's new owner says who it is, the file names the dead one before it.
  private static OptionalLong living(String pid) {
    try {
      return LongStream.of(Long.parseLong(pid))
          .filter(id -> ProcessHandle.of(id).isPresent())
          .findFirst();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
