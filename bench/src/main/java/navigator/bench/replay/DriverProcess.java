package navigator.bench.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A driver of a replay in a process of its own. */
final class DriverProcess implements AutoCloseable {

  private static final int LAST_CHARACTERS = 2_000;

  private final Process process;
  private final Path log;

  private DriverProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one.
   *
   * @param environment where the table and the queue are
   * @param log what it prints
   */
  static DriverProcess start(List<String> arguments, Map<String, String> environment, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(DriverMain.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new DriverProcess(builder.start(), log);
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * Checks that it has not failed.
   *
   * @throws IllegalStateException if it has, with the end of what it printed
   */
  void requireWell() throws IOException {
    if (!process.isAlive() && process.exitValue() != 0) {
      String printed = Files.readString(log);
      throw new IllegalStateException(
          "A driver ended with %d: %s"
              .formatted(
                  process.exitValue(),
                  printed.substring(Math.max(0, printed.length() - LAST_CHARACTERS))));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
