package navigator.local.lambda.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import navigator.local.topology.LambdaFunction;

/** The command line of a function's processes. */
final class FunctionCommand {
  // What is left of a function's memory beside its heap: metaspace, code, threads, buffers.
  private static final double HEAP_SHARE = 0.8;
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  // The function's log is what it prints itself.
  private static final String QUIET = "-Xlog:aot=off";

  private FunctionCommand() {}

  /**
   * The command for one process, whose working directory has to be the unpacked archive. With a
   * cache it starts in a third of the time; the class path is then what the cache was made with,
   * and the runtime client finds there what it would load by itself.
   *
   * @param home of this process alone, in place of the user's
   */
  static List<String> of(
      LambdaFunction function, FunctionCode code, FunctionArchive archive, Path home)
      throws IOException {
    var cache = code.cache(archive);
    return Files.exists(cache)
        ? command(
            function, code, home, List.of("-XX:AOTCache=" + cache, QUIET), code.classPath(archive))
        : command(function, code, home, List.of(), code.client().jars());
  }

  /**
   * The command for a process that leaves an AOT cache behind when it ends.
   *
   * @see <a href="https://openjdk.org/jeps/514">JEP 514: Ahead-of-Time Command-Line Ergonomics</a>
   */
  static List<String> recording(
      LambdaFunction function, FunctionCode code, FunctionArchive archive, Path home, Path cache)
      throws IOException {
    return command(
        function,
        code,
        home,
        List.of("-XX:AOTCacheOutput=" + cache, QUIET),
        code.classPath(archive));
  }

  private static List<String> command(
      LambdaFunction function,
      FunctionCode code,
      Path home,
      List<String> sharing,
      List<Path> classPath) {
    List<String> command = new ArrayList<>();
    command.add(JAVA.toString());
    command.addAll(sharing);
    command.addAll(
        List.of(
            "-Xmx" + (int) (function.memoryMegabytes() * HEAP_SHARE) + "m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-D" + RuntimeClient.NATIVE_LIBRARY_PROPERTY + "=" + code.client().nativeLibrary(),
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Duser.home=" + home,
            "-Djava.io.tmpdir=" + home,
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            RuntimeClient.MAIN_CLASS,
            function.handler()));
    return List.copyOf(command);
  }
}
