package navigator.local.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.TypeConversionException;

/** The root of the commands. */
@Command(
    name = "navigator",
    description = "The stack that deploys to AWS, on this machine.",
    mixinStandardHelpOptions = true,
    versionProvider = Navigator.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ChaosCommand.class,
      UpCommand.class,
      AskCommand.class,
      StatusCommand.class,
      CancelCommand.class,
      LogsCommand.class,
      TokenCommand.class,
      SynthCommand.class
    })
public final class Navigator {

  /** The version that {@code ./navigator} read from the POM. */
  public static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"navigator " + System.getProperty("navigator.version", "(unpackaged)")};
    }
  }

  /** What shells report of a process that Ctrl-C ended. */
  public static final int INTERRUPTED = 130;

  private Navigator() {}

  /** Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 usage. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return commandLine(new Navigator());
  }

  /** A command line that reads, tells its errors and ends as all of the project's do. */
  public static CommandLine commandLine(Object root) {
    CommandLine line = new CommandLine(root);
    line.setExecutionExceptionHandler(Navigator::told);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    // A question may begin with an at sign.
    line.setExpandAtFiles(false);
    line.registerConverter(Path.class, Navigator::path);
    return line;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException _) {
      throw new TypeConversionException("'" + text + "' is no path");
    }
  }

  // Anything but a failed command is a bug, and keeps its stack trace.
  private static int told(Exception e, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof InterruptedException) {
      return INTERRUPTED;
    }
    if (!(e instanceof CommandFailed)) {
      throw e;
    }
    line.getErr().println(line.getColorScheme().errorText("navigator: " + e.getMessage()));
    return CommandLine.ExitCode.SOFTWARE;
  }
}
