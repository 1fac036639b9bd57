package navigator.local.pipeline;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import navigator.local.lambda.runtime.RunningEnvironment;
import navigator.local.topology.LambdaFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the operating system knows of the stack's processes. */
@ExtendWith(PipelineExtension.class)
class ContainmentIT {

  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String LISTENING = "0A";
  private static final String LOOPBACK = "0100007F:";
  private static final String LOOPBACK_6 = "0000000000000000FFFF00000100007F:";

  private final Pipeline pipeline;

  ContainmentIT(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Test
  void functionsRunFromTheirUnpackedArchivesAndTheRuntimeClientAlone() throws IOException {
    List<RunningEnvironment> environments = pipeline.stack().functions().environments();
    assertThat(environments)
        .extracting(RunningEnvironment::functionName)
        .containsAll(
            pipeline.stack().topology().functions().stream().map(LambdaFunction::name).toList());
    for (RunningEnvironment environment : environments) {
      Path taskRoot = Path.of("/proc/" + environment.pid() + "/cwd").toRealPath();
      assertThat(classPath(environment.pid()))
          .as(environment.functionName())
          .isNotEmpty()
          .allMatch(entry -> isRuntimeClient(entry) || entry.startsWith(taskRoot.resolve("lib")));
      assertThat(filesBelow(taskRoot))
          .as(environment.functionName())
          .isEqualTo(filesOf(archive(environment)));
    }
  }

  @Test
  void everyFunctionRunsFromTheCacheThatTheBuildMadeOfItsArchive() throws IOException {
    for (RunningEnvironment environment : pipeline.stack().functions().environments()) {
      Path taskRoot = Path.of("/proc/" + environment.pid() + "/cwd").toRealPath();
      // A cache that does not fit is not mapped, and not told of.
      assertThat(Files.readAllLines(Path.of("/proc/" + environment.pid() + "/maps")))
          .as(environment.functionName())
          .anyMatch(line -> line.contains(taskRoot + "-") && line.endsWith(".aot"));
    }
  }

  @Test
  void everythingListensOnTheLoopbackInterfaceAlone() throws IOException {
    Set<String> own = new HashSet<>(SocketInodes.of(ProcessHandle.current().pid()));
    for (RunningEnvironment environment : pipeline.stack().functions().environments()) {
      own.addAll(SocketInodes.of(environment.pid()));
    }
    assertThat(sockets().filter(fields -> own.contains(fields[INODE])))
        .filteredOn(fields -> fields[STATE].equals(LISTENING))
        .extracting(fields -> fields[LOCAL_ADDRESS])
        .isNotEmpty()
        .allMatch(address -> address.startsWith(LOOPBACK) || address.startsWith(LOOPBACK_6));
  }

  private static Stream<String[]> sockets() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/self/net/tcp")));
    lines.addAll(Files.readAllLines(Path.of("/proc/self/net/tcp6")));
    return lines.stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields.length > INODE);
  }

  private static List<Path> classPath(long pid) throws IOException {
    List<String> command =
        Arrays.asList(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0", -1));
    int option = Math.max(command.indexOf("-cp"), command.indexOf("-classpath"));
    assertThat(option).isPositive();
    return Arrays.stream(command.get(option + 1).split(File.pathSeparator)).map(Path::of).toList();
  }

  private Path archive(RunningEnvironment environment) {
    return pipeline.stack().topology().functions().stream()
        .filter(function -> function.name().equals(environment.functionName()))
        .map(LambdaFunction::archive)
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> filesBelow(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .collect(toCollection(TreeSet::new));
    }
  }

  private static Set<String> filesOf(Path archive) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .collect(toCollection(TreeSet::new));
    }
  }

  private static boolean isRuntimeClient(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return name.startsWith("aws-lambda-java-") || name.startsWith("utils-lite-");
  }
}
