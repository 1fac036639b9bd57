package navigator.local.command;

import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.http.RequestObject;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;
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

  private static final int NOT_FOUND = 404;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "REQUEST_ID",
      converter = Ids.OfRequest.class,
      description = "As ask printed it.")
  private RequestId id = RequestId.random();

  @Override
  public void run() {
    try {
      UpStack stack = UpStack.of(Home.current());
      for (Role role : Role.values()) {
        if (told(stack, role)) {
          return;
        }
      }
      throw new CommandFailed("no local user has a request " + id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // The API shows a request to its owner alone, and to anybody else that there is none.
  private boolean told(UpStack stack, Role role) throws InterruptedException {
    try (ChatApi api = stack.api(role)) {
      return switch (api.request(id)) {
        case ApiAnswer.Found<RequestObject>(RequestObject request, var _) -> {
          new RequestText(spec.commandLine().getOut(), new Ink(Ansi.AUTO.enabled())).all(request);
          yield true;
        }
        case ApiAnswer.Refused<RequestObject>(var problem) when problem.status() == NOT_FOUND ->
            false;
        case ApiAnswer.Failed<RequestObject> failed -> throw new CommandFailed(failed.reason());
      };
    }
  }
}
