package navigator.local.ops;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The operator's commands as the build leaves them.
 *
 * @param jar with what it needs in {@code lib/} beside it
 */
public record OpsProgram(Path jar) {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  // A cache of another JVM is told of on the standard output, and not used.
  private static final String QUIET = "-Xlog:aot=off";

  /** Where its AOT cache is, once it has one. */
  public Path cache() {
    return jar.resolveSibling("ops.aot");
  }

  /** The command line that arguments are added to; from the cache, if there is one. */
  public List<String> command() {
    return command(Files.exists(cache()) ? List.of("-XX:AOTCache=" + cache(), QUIET) : List.of());
  }

  /** The same for a process that leaves the cache behind when it ends. */
  public List<String> recording() {
    return command(List.of("-XX:AOTCacheOutput=" + cache(), QUIET));
  }

  /** The same for a process that does not start unless it can use the cache. */
  public List<String> strict() {
    return command(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache(), QUIET));
  }

  private List<String> command(List<String> sharing) {
    List<String> command = new ArrayList<>();
    command.add(JAVA.toString());
    command.addAll(sharing);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    // As ./navigator says it: a cache holds for the same access to native code only.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-jar", jar.toString()));
    return List.copyOf(command);
  }
}
