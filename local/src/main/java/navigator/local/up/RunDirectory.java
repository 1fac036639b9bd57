package navigator.local.up;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.local.disk.DirectoryTree;
import navigator.local.disk.LockFile;
import navigator.local.identity.SigningKey;

/**
 * The directory of the one stack that is up. Its owner holds a lock on a file in it, which the
 * system takes back even from a process that is killed; so a directory without a lock is a dead
 * one's, and is replaced.
 */
public final class RunDirectory implements AutoCloseable {

  private static final String STACK = "up.json";
  private static final String LOCK = "lock";
  private static final String LOG = "logs.jsonl";

  private final Path directory;
  private final LockFile lock;
  private final StackLog log;

  private RunDirectory(Path directory, LockFile lock) throws IOException {
    this.directory = directory;
    this.lock = lock;
    this.log = StackLog.in(ownersAlone(directory.resolve(LOG)));
  }

  /**
   * Takes the directory, unless another process has it.
   *
   * @throws IOException if it cannot be made or written
   */
  public static Claim claim(Path directory) throws IOException {
    Files.createDirectories(directory, asFileAttribute(fromString("rwx------")));
    Optional<LockFile> lock = LockFile.take(directory.resolve(LOCK));
    if (lock.isEmpty()) {
      return new Claim.Held(find(directory));
    }
    // Or a dead stack's address would be taken for ours while its files are removed.
    Files.deleteIfExists(directory.resolve(STACK));
    empty(directory);
    return new Claim.Owned(new RunDirectory(directory, lock.get()));
  }

  /** What the stack that is up says about itself; empty if none is, or a killed one was. */
  public static Optional<RunningStack> find(Path directory) throws IOException {
    var owner = LockFile.heldBy(directory.resolve(LOCK));
    // A killed stack's words are there until the next one, which has the lock, has removed them.
    return stack(directory).filter(found -> owner.equals(OptionalLong.of(found.pid())));
  }

  /** Whether a stack has it, be it up or starting. */
  public static boolean isTaken(Path directory) throws IOException {
    return LockFile.isHeld(directory.resolve(LOCK));
  }

  /** The key with which the stack's user pool signs. */
  public static RSAKey signingKey(Path directory) throws IOException {
    return SigningKey.keptIn(directory);
  }

  /** What the functions of the stack printed and will print. */
  public static LogTail logged(Path directory) throws IOException {
    return new LogTail(directory.resolve(LOG));
  }

  /** The key with which the stack's user pool has to sign. */
  public RSAKey signingKey() throws IOException {
    return SigningKey.keptIn(directory);
  }

  /** Makes another key the one with which the stack's user pool has to sign. */
  public void signWith(RSAKey key) throws IOException {
    SigningKey.keep(key, directory);
  }

  /** Takes what the functions print. */
  public StackLog log() {
    return log;
  }

  /** Room for what the stack unpacks and leaves behind. */
  public Path workDirectory() {
    return directory.resolve("work");
  }

  /** Tells the other commands where the stack is. */
  public void announce(RunningStack stack) throws IOException {
    Files.writeString(ownersAlone(directory.resolve(STACK)), Wire.write(stack) + "\n");
  }

  @Override
  public void close() throws IOException {
    log.close();
    empty(directory);
    Files.deleteIfExists(directory.resolve(LOCK));
    lock.close();
    Files.deleteIfExists(directory);
  }

  private static Optional<RunningStack> stack(Path directory) throws IOException {
    Path file = directory.resolve(STACK);
    return Files.exists(file)
            && Wire.read(Files.readString(file), RunningStack.class)
                instanceof Read.Valid<RunningStack>(RunningStack stack)
        ? Optional.of(stack)
        : Optional.empty();
  }

  private static Path ownersAlone(Path file) throws IOException {
    return Files.createFile(file, asFileAttribute(fromString("rw-------")));
  }

  private static void empty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> !f.endsWith(LOCK)).toList()) {
        new DirectoryTree(file).delete();
      }
    }
  }
}
