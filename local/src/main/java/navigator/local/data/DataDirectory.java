package navigator.local.data;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.local.disk.DirectoryTree;
import navigator.local.disk.LockFile;
import navigator.local.disk.WholeFile;
import navigator.local.identity.SigningKey;
import navigator.local.journal.Backlogs;
import navigator.local.journal.Journal;
import navigator.local.topology.Topology;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which a stack's data outlives its process: the tables, the user pool's key, and
 * a journal of what was accepted and is not finished. One process at a time has it. Until it is
 * {@linkplain #complete complete} nothing was promised to anybody, so that what a first start left
 * half-done is made anew.
 */
public final class DataDirectory implements AutoCloseable {

  private static final String LOCK = "navigator.lock";
  private static final String DESCRIPTION = "navigator.json";

  /** There while a first start makes what is not there yet. */
  private static final String UNFINISHED = "navigator.unfinished";

  private static final String TABLES = "dynamodb";
  private static final String JOURNAL = "journal.mv";
  private static final String KEY = SigningKey.FILE;

  private final Path directory;
  private final LockFile lock;
  private final Optional<Description> found;
  private @Nullable Description wanted;
  private @Nullable Journal journal;

  private DataDirectory(Path directory, LockFile lock) throws IOException {
    this.directory = directory;
    this.lock = lock;
    this.found = description(directory);
  }

  /**
   * Takes a directory, which is made if it is missing.
   *
   * @throws RefusedDirectoryException if another process has it, it holds something else, or it
   *     cannot be written
   */
  public static DataDirectory claim(Path path) throws IOException {
    var directory = made(path.toAbsolutePath().normalize());
    refuseIfForeign(directory);
    var file = directory.resolve(LOCK);
    var lock = LockFile.take(file);
    if (lock.isEmpty()) {
      throw new RefusedDirectoryException(directory, "is in use by " + LockFile.holder(file));
    }
    try {
      return new DataDirectory(directory, lock.get());
    } catch (IOException e) {
      lock.get().close();
      throw e;
    }
  }

  private static Path made(Path directory) throws IOException {
    try {
      Files.createDirectories(directory, asFileAttribute(fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      throw new RefusedDirectoryException(directory, "is a file", e);
    } catch (FileSystemException e) {
      throw new RefusedDirectoryException(directory, "cannot be made: " + reason(e), e);
    }
    if (!Files.isWritable(directory)) {
      throw new RefusedDirectoryException(directory, "cannot be written");
    }
    return directory;
  }

  private static String reason(FileSystemException e) {
    return e.getReason() == null ? e.toString() : e.getFile() + ": " + e.getReason();
  }

  /** What lies in a directory that no stack ever took is somebody else's. */
  private static void refuseIfForeign(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      if (files.findAny().isPresent() && !Files.exists(directory.resolve(LOCK))) {
        throw new RefusedDirectoryException(directory, "is not empty, and holds no stack's data");
      }
    }
  }

  private static Optional<Description> description(Path directory) throws IOException {
    var file = directory.resolve(DESCRIPTION);
    if (!Files.exists(file)) {
      makeAnew(directory);
      return Optional.empty();
    }
    return switch (Wire.read(Files.readString(file), Description.class)) {
      case Read.Valid<Description>(Description description) -> Optional.of(description);
      case Read.Invalid<Description>(String reason) ->
          throw new RefusedDirectoryException(
              directory, "has a " + DESCRIPTION + " that is none: " + reason);
    };
  }

  /** Takes away what a first start left half-done, and nothing that was ever complete. */
  private static void makeAnew(Path directory) throws IOException {
    var made = List.of(TABLES, JOURNAL, KEY).stream().map(directory::resolve).toList();
    if (!Files.exists(directory.resolve(UNFINISHED)) && made.stream().anyMatch(Files::exists)) {
      throw new RefusedDirectoryException(directory, "holds data and has lost its " + DESCRIPTION);
    }
    for (var unfinished : made) {
      new DirectoryTree(unfinished).delete();
    }
    new WholeFile(directory.resolve(UNFINISHED)).write("");
  }

  /**
   * Opens what is kept there for a stack.
   *
   * @return where its services keep what they have accepted and not finished
   * @throws RefusedDirectoryException if the data is another stack's, or of another layout
   */
  public Backlogs open(Topology topology) throws IOException {
    var description = Description.of(topology);
    if (found.isPresent() && !found.get().equals(description)) {
      throw new RefusedDirectoryException(
          directory,
          "holds the data of %s; this is %s".formatted(found.get().words(), description.words()));
    }
    wanted = description;
    journal = Journal.open(directory.resolve(JOURNAL));
    return journal;
  }

  /** The key with which the stack's user pool signs, the same in every run. */
  public RSAKey signingKey() throws IOException {
    return SigningKey.keptIn(directory);
  }

  /** Where the tables are. */
  public Path tables() {
    return directory.resolve(TABLES);
  }

  /** Everything is made that a first start makes: from now on, what is accepted is kept. */
  public void complete() throws IOException {
    if (found.isEmpty() && wanted != null) {
      new WholeFile(directory.resolve(DESCRIPTION)).write(Wire.write(wanted) + "\n");
    }
    Files.deleteIfExists(directory.resolve(UNFINISHED));
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      if (journal != null) {
        journal.close();
      }
    }
  }
}
