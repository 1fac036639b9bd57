package navigator.ops.command;

import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.ops.aws.AwsFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.TypeConversionException;

/** The root of the operator's commands. */
@Command(
    name = "ops",
    description = {
      "What failed, why, and what is done about it.",
      "With --stack a stack on AWS, by the SDK's ordinary credentials and endpoint variables;"
          + " without it the local stack that is up."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Ops.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = Exit.FOOTER,
    subcommands = {
      DeadLettersCommand.class,
      ReplayCommand.class,
      QueuesCommand.class,
      RedriveCommand.class,
      AuditCommand.class,
      CompletionCommand.class
    })
public final class Ops {

  /** The version that {@code ./navigator} read from the POM. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"navigator " + System.getProperty("navigator.version", "(unpackaged)")};
    }
  }

  private Ops() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Before anything logs: the functions' own settings write to the standard output.
    System.setProperty("logback.configurationFile", "navigator/ops/command/logback.xml");
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Ops());
    line.setExecutionExceptionHandler(Ops::told);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExpandAtFiles(false);
    line.registerConverter(DeadLetterId.class, Ops::id);
    line.registerConverter(ErrorCode.class, Ops::code);
    line.registerConverter(RequestId.class, Ops::requestId);
    return line;
  }

  private static DeadLetterId id(String text) {
    return DeadLetterId.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is neither a request's id nor unreadable:MESSAGE_ID".formatted(text)));
  }

  private static RequestId requestId(String text) {
    return RequestId.parse(text)
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is no request's id"));
  }

  private static ErrorCode code(String text) {
    try {
      return ErrorCode.ofWireName(text);
    } catch (IllegalArgumentException _) {
      throw new TypeConversionException("'" + text + "' is no error code");
    }
  }

  // Anything that is not foreseen is a bug, and keeps its stack trace.
  private static int told(Exception e, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof InterruptedException) {
      return Exit.INTERRUPTED;
    }
    if (e instanceof CommandFailed failed) {
      tell(line, String.valueOf(failed.getMessage()));
      return failed.exitCode();
    }
    String told = AwsFailure.told(e).orElse(null);
    if (told == null) {
      throw e;
    }
    tell(line, told);
    return Exit.FAILED;
  }

  private static void tell(CommandLine line, String message) {
    line.getErr().println(line.getColorScheme().errorText("navigator: " + message));
  }
}
