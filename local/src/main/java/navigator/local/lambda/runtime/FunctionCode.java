package navigator.local.lambda.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What functions' processes are started from: the runtime client, and each archive unpacked once
 * with what is cached of it. Stacks may share it. Safe for use by many threads.
 */
public final class FunctionCode {
  private final RuntimeClient client;
  private final Path archives;
  private final Map<Path, FunctionArchive> known = new ConcurrentHashMap<>();

  private FunctionCode(RuntimeClient client, Path archives) {
    this.client = client;
    this.archives = archives;
  }

  /** The code below a directory, which is made if it is missing. */
  public static FunctionCode in(Path directory) throws IOException {
    var root = Files.createDirectories(directory).toRealPath();
    return new FunctionCode(
        RuntimeClient.install(root.resolve("runtime")), root.resolve("archives"));
  }

  RuntimeClient client() {
    return client;
  }

  FunctionArchive archive(Path zip) throws IOException {
    var before = known.get(zip);
    if (before != null) {
      return before;
    }
    var unpacked = FunctionArchive.unpack(zip, archives);
    known.put(zip, unpacked);
    return unpacked;
  }

  /**
   * Where an archive's AOT cache is, once it has one: it holds for one build of the JVM, and for
   * one client on the class path before the archive's jars.
   */
  Path cache(FunctionArchive archive) {
    var jvm = System.getProperty("java.vm.vendor") + System.getProperty("java.vm.version");
    return archives.resolve(
        "%s-%08x.aot"
            .formatted(
                archive.taskRoot().getFileName(), 31 * jvm.hashCode() + client.fingerprint()));
  }

  /** The class path that caches are made with. */
  List<Path> classPath(FunctionArchive archive) throws IOException {
    return Stream.concat(client.jars().stream(), archive.jars().stream()).toList();
  }

  /**
   * Removes every archive but those of {@code zips}; nothing may run from the others any more.
   *
   * @throws java.io.UncheckedIOException if one cannot be removed
   */
  public void keepOnly(Collection<Path> zips) throws IOException {
    var kept = new HashSet<Path>();
    for (var zip : zips) {
      kept.add(archive(zip).taskRoot());
      kept.add(cache(archive(zip)));
    }
    try (Stream<Path> all = Files.list(archives)) {
      all.filter(path -> !kept.contains(path)).forEach(Directories::delete);
    }
  }
}
