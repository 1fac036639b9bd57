package navigator.bench.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import navigator.bench.throttling.Approach;
import navigator.bench.throttling.Scenario;
import navigator.local.command.Navigator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of the benchmarks: each is a command of its own. */
@Command(
    name = "navigator bench",
    description = "Measures the pipeline on this machine, beside what others do.",
    mixinStandardHelpOptions = true,
    versionProvider = Navigator.Version.class,
    synopsisSubcommandLabel = "BENCHMARK",
    subcommands = {
      ThrottlingCommand.class,
      PipelineCommand.class,
      FleetCommand.class,
      ReplayCommand.class
    })
public final class Bench implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Bench() {}

  /** Runs one benchmark and ends the process with its exit code: 0 done, 1 failed, 2 usage. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return Navigator.commandLine(new Bench())
        .registerConverter(Duration.class, Words::duration)
        .registerConverter(Scenario.class, Words::scenario)
        .registerConverter(Approach.class, Words::approach);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }
}
