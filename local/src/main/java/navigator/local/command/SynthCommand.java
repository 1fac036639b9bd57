package navigator.local.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the CloudFormation template; also what {@code infra/cdk.json} runs. */
@Command(
    name = "synth",
    mixinStandardHelpOptions = true,
    description = "Writes the CloudFormation template and its assets.")
final class SynthCommand implements Callable<Integer> {

  /** How the CDK app ends when its context is at fault. */
  private static final int CONTEXT_AT_FAULT = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-c", "--context"},
      paramLabel = "KEY=VALUE",
      description = "CDK context, such as stage=prod; may be repeated.")
  private Map<String, String> context = new LinkedHashMap<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to; infra/target/cdk.deploy.out unless the CDK CLI says otherwise.")
  private @Nullable Path output;

  @Option(
      names = {"-q", "--quiet"},
      description = "Says nothing but errors.")
  private boolean quiet;

  @Override
  public Integer call() throws InterruptedException {
    Home home = Home.current();
    Path directory = output(home, output, System.getenv());
    int code = new CdkApp(home).run(context, directory);
    if (code == 0 && !quiet) {
      spec.commandLine().getErr().println("navigator: the cloud assembly is in " + directory);
    }
    return switch (code) {
      case 0 -> CommandLine.ExitCode.OK;
      case CONTEXT_AT_FAULT -> CommandLine.ExitCode.USAGE;
      default -> CommandLine.ExitCode.SOFTWARE;
    };
  }

  /** Never the assembly that runs on this machine, unless its user names that one. */
  static Path output(Home home, @Nullable Path chosen, Map<String, String> environment) {
    if (chosen != null) {
      return chosen.toAbsolutePath();
    }
    String asked = environment.get(CdkApp.OUTPUT_VARIABLE);
    return asked == null
        ? home.infra().resolve("target").resolve("cdk.deploy.out")
        : Path.of(asked).toAbsolutePath();
  }
}
