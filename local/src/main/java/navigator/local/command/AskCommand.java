package navigator.local.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import navigator.contracts.ConversationId;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import navigator.local.client.ApiAnswer;
import navigator.local.client.ChatApi;
import navigator.local.client.Poll;
import navigator.local.terminal.Ink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the stack that is up, and waits for the reply. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Asks the stack that is up, and waits for the reply.",
    footer = "Ends with 1 if the reply is a fallback reply.")
final class AskCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RoleOption role = new RoleOption();

  @Parameters(paramLabel = "QUESTION", description = "Up to 32,000 characters.")
  private String question = "";

  @Option(
      names = {"-c", "--conversation"},
      paramLabel = "ID",
      converter = Ids.OfConversation.class,
      description = "Makes it the next turn of that conversation.")
  private @Nullable ConversationId conversation;

  @Override
  public Integer call() throws InterruptedException {
    try (ChatApi api = UpStack.of(Home.current()).api(role.role())) {
      return told(end(api));
    }
  }

  private ApiAnswer<RequestObject> end(ChatApi api) throws InterruptedException {
    try (Waiting waiting = new Waiting(spec.commandLine().getErr(), "submitting")) {
      var submitted = api.submit(question, Optional.ofNullable(conversation));
      return new Poll(api, request -> waiting.now(progress(request))).toTheEnd(submitted);
    }
  }

  // With the id, so that who does not wait can look later.
  private static String progress(RequestObject request) {
    return request.status().wireName() + " " + request.requestId();
  }

  private int told(ApiAnswer<RequestObject> end) {
    return switch (end) {
      case ApiAnswer.Failed<RequestObject> failed -> throw new CommandFailed(failed.reason());
      case ApiAnswer.Found<RequestObject>(RequestObject request, var _) -> {
        boolean colours = CommandLine.Help.Ansi.AUTO.enabled();
        new RequestText(spec.commandLine().getOut(), new Ink(colours)).answer(request);
        yield request.status() == Status.COMPLETED
            ? CommandLine.ExitCode.OK
            : CommandLine.ExitCode.SOFTWARE;
      }
    };
  }
}
