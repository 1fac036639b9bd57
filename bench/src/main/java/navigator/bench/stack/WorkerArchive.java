package navigator.bench.stack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The worker's archive with the classes of a package added, so that one archive serves all. */
final class WorkerArchive {

  private WorkerArchive() {}

  /**
   * Writes the archive.
   *
   * @param worker the deployed archive
   * @param member any class of the package to add
   */
  static void write(Path worker, Class<?> member, Path archive) throws IOException {
    Files.copy(worker, archive, StandardCopyOption.REPLACE_EXISTING);
    Path origin = origin(member);
    if (Files.isDirectory(origin)) {
      add(origin, member, archive);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(origin)) {
        add(jar.getPath("/"), member, archive);
      }
    }
  }

  private static void add(Path root, Class<?> member, Path archive) throws IOException {
    String folder = member.getPackageName().replace('.', '/');
    try (FileSystem zip = FileSystems.newFileSystem(archive)) {
      Files.createDirectories(zip.getPath("/").resolve(folder));
      for (Path file : files(root.resolve(folder))) {
        Files.copy(file, zip.getPath("/", folder, file.getFileName().toString()));
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Path origin(Class<?> member) {
    try {
      return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class comes from a directory or a jar", e);
    }
  }
}
