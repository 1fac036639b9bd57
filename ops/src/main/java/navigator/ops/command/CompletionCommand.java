package navigator.ops.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what makes a shell complete these commands. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a completion script for bash and zsh.",
      "To use it at once: source <(./navigator ops completion)"
    })
final class CompletionCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();

  /** The command above, of which only these are known here. */
  @Command(name = "navigator")
  private static final class Above {}

  @Override
  public Integer call() {
    CommandLine above = new CommandLine(new Above());
    above.addSubcommand("ops", Ops.commandLine());
    output.line(AutoComplete.bash("navigator", above));
    return Exit.OK;
  }
}
