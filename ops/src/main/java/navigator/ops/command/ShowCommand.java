package navigator.ops.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import navigator.contracts.DeadLetterId;
import navigator.contracts.RequestId;
import navigator.ops.Story;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the whole story of one request. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows all that is recorded of one request.",
    footer = Exit.FOOTER)
final class ShowCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "ID", description = "As list shows it.")
  private DeadLetterId id = new DeadLetterId.OfRequest(RequestId.random());

  @Option(
      names = "--with-text",
      description = "Shows what was written too; that is written down, with --reason.")
  private boolean withText;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; with --with-text only.")
  private @Nullable String reason;

  @Override
  public Integer call() {
    String why = withText ? Consent.reason(reason) : "";
    try (Session session = target.open()) {
      Optional<Story> story =
          withText
              ? session.stories().tellWithText(id, session.operator(why))
              : session.stories().tell(id);
      if (story.isEmpty()) {
        output.note("there is nothing of " + id);
        return Exit.NOTHING;
      }
      if (output.isJson()) {
        output.json(story.get());
      } else {
        new StoryText(output).print(story.get());
      }
      return Exit.OK;
    }
  }
}
