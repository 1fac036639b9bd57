package navigator.ops.command;

import java.util.concurrent.Callable;
import navigator.ops.ExportLetters;
import navigator.ops.LetterQuery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports dead letters. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Prints dead letters as JSON lines, the newest failure first.",
    footer = Exit.FOOTER)
final class ExportCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();
  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private StateOption state = new StateOption();
  @Mixin private Output output = new Output();

  @Option(
      names = "--with-text",
      description = "With what was written; that is written down, with --reason.")
  private boolean withText;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; with --with-text only.")
  private @Nullable String reason;

  @Override
  public Integer call() throws InterruptedException {
    String why = withText ? Consent.reason(reason) : "";
    try (Session session = target.open()) {
      LetterQuery query =
          new LetterQuery(state.states(), filters.filter(session.clock().instant()));
      ExportLetters exports = session.exports();
      long letters =
          withText
              ? exports.exportWithText(query, session.operator(why), output::json)
              : exports.export(query, output::json);
      return letters == 0 ? Exit.NOTHING : Exit.OK;
    }
  }
}
