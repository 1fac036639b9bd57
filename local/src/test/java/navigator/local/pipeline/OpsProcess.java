package navigator.local.pipeline;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import navigator.local.ops.OpsProgram;
import navigator.local.stack.LocalStack;

/** The operator's commands, each run as a process of its own, as people and scripts run them. */
final class OpsProcess {

  private static final OpsProgram PROGRAM = new OpsProgram(Path.of("../ops/target/ops.jar"));

  private static final File NOTHING = new File("/dev/null");

  private final List<String> options;
  private final Map<String, String> environment;
  private final List<String> target;

  private OpsProcess(List<String> options, Map<String, String> environment, List<String> target) {
    this.options = options;
    this.environment = environment;
    this.target = target;
  }

  /** As against AWS: by the stack's name, the SDK's credentials and its endpoint variable. */
  static OpsProcess byName(LocalStack stack) {
    var operator = stack.operator();
    return new OpsProcess(
        List.of(),
        Map.of(
            "AWS_ENDPOINT_URL", stack.gatewayUrl().toString(),
            "AWS_REGION", stack.topology().region(),
            "AWS_ACCESS_KEY_ID", operator.accessKeyId(),
            "AWS_SECRET_ACCESS_KEY", operator.secretAccessKey(),
            "AWS_SESSION_TOKEN", operator.sessionToken()),
        List.of("--stack", stack.topology().stack()));
  }

  /** As beside a stack that is up: by what that says in the project's directory. */
  static OpsProcess in(Path home) {
    return new OpsProcess(List.of("-Dnavigator.home=" + home), Map.of(), List.of());
  }

  /**
   * How one ended.
   *
   * @param out what it printed on the standard output
   * @param err and on the standard error
   */
  record Ended(int exitCode, String out, String err) {}

  Ended run(String... arguments) {
    return start(arguments).end();
  }

  /** One that goes on until it ends, or is made to. */
  Running start(String... arguments) {
    List<String> command = new ArrayList<>();
    // Who runs the tests in the background ignores Ctrl-C, and so would what is started here.
    command.addAll(List.of("env", "--default-signal=INT"));
    List<String> java = PROGRAM.command();
    command.add(java.getFirst());
    command.addAll(options);
    command.addAll(java.subList(1, java.size()));
    command.addAll(List.of(arguments));
    command.addAll(target);
    return start(command);
  }

  /** A command that may be looked at, and ended, while it goes on. */
  static final class Running {

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> read;
    private final CompletableFuture<String> err;

    private Running(Process process) {
      this.process = process;
      this.read = CompletableFuture.runAsync(this::readOut);
      this.err = CompletableFuture.supplyAsync(() -> text(process.errorReader()));
    }

    private void readOut() {
      process.inputReader().lines().forEach(lines::add);
    }

    /** What it printed so far. */
    String out() {
      return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** What a terminal does on Ctrl-C. */
    void interrupt() {
      signal("INT");
    }

    /** SIGTERM, by which {@link Process#destroy} would close what it still prints to. */
    void terminate() {
      signal("TERM");
    }

    private void signal(String name) {
      try {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException("The test was interrupted", e);
      }
    }

    Ended end() {
      try {
        int exitCode = process.waitFor();
        read.join();
        return new Ended(exitCode, out(), err.join());
      } catch (InterruptedException e) {
        throw new IllegalStateException("The command was interrupted", e);
      }
    }
  }

  private Running start(List<String> command) {
    var builder = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(NOTHING));
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    try {
      return new Running(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(BufferedReader reader) {
    try {
      return reader.readAllAsString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
