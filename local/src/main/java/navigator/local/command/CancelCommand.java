package navigator.local.command;

import java.util.concurrent.Callable;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;
import navigator.local.terminal.Ink;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cancels a request of any of the local users. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = "Cancels a request, and tells where it stands.",
    footer = "Ends with 1 if it was too late for that.")
final class CancelCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "REQUEST_ID",
      converter = Ids.OfRequest.class,
      description = "As ask printed it.")
  private RequestId id = RequestId.random();

  @Override
  public Integer call() throws InterruptedException {
    UpStack stack = UpStack.of(Home.current());
    OwnedRequest found = OwnedRequest.find(stack, id);
    try (ChatApi api = stack.api(found.owner())) {
      return told(api.cancel(found.request()));
    }
  }

  private int told(ApiAnswer<RequestObject> answer) {
    return switch (answer) {
      case ApiAnswer.Failed<RequestObject> failed -> throw new CommandFailed(failed.reason());
      case ApiAnswer.Found<RequestObject>(RequestObject request, var _) -> {
        new RequestText(spec.commandLine().getOut(), new Ink(Ansi.AUTO.enabled())).all(request);
        yield request.status() == Status.CANCELLED
            ? CommandLine.ExitCode.OK
            : CommandLine.ExitCode.SOFTWARE;
      }
    };
  }
}
