package navigator.local.command;

import navigator.contracts.RequestId;
import navigator.local.terminal.Ink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells where a request of any of the local users stands. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Tells where a request stands.")
final class StatusCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "REQUEST_ID",
      converter = Ids.OfRequest.class,
      description = "As ask printed it.")
  private RequestId id = RequestId.random();

  @Override
  public void run() {
    try {
      OwnedRequest found = OwnedRequest.find(UpStack.of(Home.current()), id);
      new RequestText(spec.commandLine().getOut(), new Ink(Ansi.AUTO.enabled()))
          .all(found.request());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
