package navigator.local.lambda.runtime;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A function's archive, unpacked: jars in {@code lib/}, classes there or at its root. Archives of
 * the same content share one directory, which is complete as soon as it exists.
 *
 * @param taskRoot what a function knows as {@code LAMBDA_TASK_ROOT}
 */
record FunctionArchive(Path taskRoot) {

  /**
   * Unpacks an archive below a directory, unless it is there already.
   *
   * @throws IOException if the archive cannot be read or holds paths that lead out of it
   */
  static FunctionArchive unpack(Path zip, Path directory) throws IOException {
    var taskRoot = Files.createDirectories(directory).toRealPath().resolve(contentHash(zip));
    if (!Files.isDirectory(taskRoot)) {
      var partial = Files.createTempDirectory(directory, "partial");
      extract(zip, partial);
      publish(partial, taskRoot);
    }
    return new FunctionArchive(taskRoot);
  }

  /** The jars of {@code lib/}, always in the same order. */
  List<Path> jars() throws IOException {
    var lib = taskRoot.resolve("lib");
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (var files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Whether it holds nothing but {@code lib/}, so that every class comes from a jar. */
  boolean isOfJars() throws IOException {
    try (var files = Files.list(taskRoot)) {
      return files.allMatch(file -> file.endsWith("lib"));
    }
  }

  private static void publish(Path partial, Path taskRoot) throws IOException {
    try {
      Files.move(partial, taskRoot, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process was faster with the same content.
      Directories.delete(partial);
    }
  }

  private static String contentHash(Path zip) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(zip));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  private static void extract(Path zip, Path target) throws IOException {
    try (var archive = new ZipFile(zip.toFile())) {
      for (var entries = archive.entries(); entries.hasMoreElements(); ) {
        extract(archive, entries.nextElement(), target);
      }
    }
  }

  private static void extract(ZipFile archive, ZipEntry entry, Path target) throws IOException {
    var path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive " + archive.getName() + " leads out of itself: " + entry);
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    try (var content = archive.getInputStream(entry)) {
      Files.copy(content, path);
    }
  }
}
