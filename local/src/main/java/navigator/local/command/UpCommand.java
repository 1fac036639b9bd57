package navigator.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import navigator.local.TimeScale;
import navigator.local.data.DataDirectory;
import navigator.local.loopback.PortTakenException;
import navigator.local.stack.BedrockChoice;
import navigator.local.stack.LocalStack;
import navigator.local.stack.LocalStackOptions;
import navigator.local.stack.Prewarming;
import navigator.local.terminal.Ink;
import navigator.local.up.Claim;
import navigator.local.up.RunDirectory;
import navigator.local.up.RunningStack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the stack until it is told to stop. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Serves until Ctrl-C.",
    footer = "Ctrl-C stops every process that it started.")
final class UpCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;
  private static final int FASTEST = 1000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      description = "The API's port: ${DEFAULT-VALUE} unless this says otherwise; 0: any.")
  private int port = 8080;

  @Option(
      names = "--bedrock",
      paramLabel = "local|aws",
      converter = Bedrock.ByName.class,
      description = "The emulated models, or the real ones of your AWS account, which cost money.")
  private Bedrock bedrock = Bedrock.LOCAL;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Keeps all data there, and goes on from there after any end, a kill included. Without it,"
              + " all data is gone at the end.")
  private @Nullable Path dataDirectory;

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      description =
          "By how much AWS's own waits pass faster: retries of events and invokes, schedules."
              + " ${DEFAULT-VALUE} unless this says otherwise.")
  private double timeScale = 1;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ParameterException(spec.commandLine(), port + " is no port");
    }
    if (!(timeScale >= 1 && timeScale <= FASTEST)) {
      throw new ParameterException(
          spec.commandLine(), "--time-scale is from 1 to %d, not %s".formatted(FASTEST, timeScale));
    }
    Home home = Home.current();
    try {
      return switch (RunDirectory.claim(home.runDirectory())) {
        case Claim.Held(Optional<RunningStack> other) -> throw alreadyUp(other);
        case Claim.Owned(RunDirectory directory) -> serve(home, directory);
      };
    } catch (PortTakenException e) {
      throw new CommandFailed(e.getMessage() + ": choose another with --port, or 0 for any", e);
    } catch (IOException e) {
      throw new CommandFailed("the stack did not start: " + e.getMessage(), e);
    }
  }

  private int serve(Home home, RunDirectory directory) throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    // The last to close lets the process end.
    try (Shutdown shutdown = Shutdown.awaited();
        directory;
        DataDirectory data = dataDirectory == null ? null : DataDirectory.claim(dataDirectory);
        LocalStack stack = StackStart.of(options(home, directory, data), err)) {
      RunningStack running = describe(stack);
      directory.announce(running);
      new Welcome(spec.commandLine().getOut(), new Ink(Ansi.AUTO.enabled()))
          .print(running, directory.signingKey(), home.root());
      shutdown.await();
      err.println("navigator: stopping");
    }
    return CommandLine.ExitCode.OK;
  }

  private LocalStackOptions options(Home home, RunDirectory directory, @Nullable DataDirectory data)
      throws IOException {
    LocalStackOptions options =
        LocalStackOptions.of(home.cloudAssembly(), directory.workDirectory(), directory.log())
            .on(new LocalStackOptions.Ports(port, 0))
            .with(new TimeScale(timeScale))
            .with(Prewarming.AFTER_READY);
    if (data != null) {
      directory.signWith(data.signingKey());
      options = options.keptIn(data);
    }
    options = options.with(directory.signingKey());
    return switch (bedrock) {
      case LOCAL -> options;
      case AWS -> options.with(new BedrockChoice.Aws());
    };
  }

  private RunningStack describe(LocalStack stack) {
    return new RunningStack(
        ProcessHandle.current().pid(),
        Instant.now(),
        stack.topology().stack(),
        stack.apiUrl(),
        stack.gatewayUrl(),
        stack.topology().region(),
        bedrock.wireName(),
        stack.operator(),
        stack.topology().userPool());
  }

  private static CommandFailed alreadyUp(Optional<RunningStack> other) {
    return new CommandFailed(
        other
            .map(s -> "a stack is up already: %s, process %d".formatted(s.api(), s.pid()))
            .orElse("another stack is starting here already"));
  }
}
