package navigator.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a bearer token for the API, and nothing else. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a bearer token for the API, valid for an hour.")
final class TokenCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RoleOption role = new RoleOption();

  @Override
  public void run() {
    spec.commandLine().getOut().println(UpStack.of(Home.current()).token(role.role()));
  }
}
