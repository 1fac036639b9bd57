package navigator.local.lambda.runtime;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import navigator.local.topology.LambdaFunction;

/** The command line of a function's processes. */
final class FunctionCommand {
  // What is left of a function's memory beside its heap: metaspace, code, threads, buffers.
  private static final double HEAP_SHARE = 0.8;
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private FunctionCommand() {}

  /**
   * The command for one process, whose working directory has to be the unpacked archive.
   *
   * @param home of this process alone, in place of the user's
   */
  static List<String> of(LambdaFunction function, RuntimeClient client, Path home) {
    return List.of(
        JAVA.toString(),
        "-Xmx" + (int) (function.memoryMegabytes() * HEAP_SHARE) + "m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED",
        "-D" + RuntimeClient.NATIVE_LIBRARY_PROPERTY + "=" + client.nativeLibrary(),
        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
        "-Duser.home=" + home,
        "-Djava.io.tmpdir=" + home,
        "-cp",
        client.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        RuntimeClient.MAIN_CLASS,
        function.handler());
  }
}
