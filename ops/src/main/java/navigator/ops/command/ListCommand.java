package navigator.ops.command;

import java.util.concurrent.Callable;
import navigator.ops.LetterPage;
import navigator.ops.LetterQuery;
import navigator.ops.LetterSummary;
import navigator.ops.ListLetters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists dead letters. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists dead letters, the newest failure first.",
    footer = Exit.FOOTER)
final class ListCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();
  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private StateOption state = new StateOption();
  @Mixin private Output output = new Output();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most that are listed, 1 to 1000 (default ${DEFAULT-VALUE}).",
      defaultValue = "50")
  private int limit;

  @Option(names = "--after", paramLabel = "CURSOR", description = "Goes on where a list ended.")
  private @Nullable String after;

  @Override
  public Integer call() throws InterruptedException {
    if (limit < 1 || limit > ListLetters.MAX_LIMIT) {
      throw CommandFailed.usage("--limit is from 1 to " + ListLetters.MAX_LIMIT);
    }
    try (Session session = target.open()) {
      LetterQuery query =
          new LetterQuery(state.states(), filters.filter(session.clock().instant()));
      LetterPage page =
          session
              .list()
              .list(query, limit, after)
              .orElseThrow(
                  () -> CommandFailed.usage("--after is not a cursor of a list of these letters"));
      if (output.isJson()) {
        output.json(page);
      } else {
        print(page);
      }
      return page.items().isEmpty() && page.next() == null ? Exit.NOTHING : Exit.OK;
    }
  }

  private void print(LetterPage page) {
    if (page.items().isEmpty()) {
      output.note(page.next() == null ? "there are none" : "none so far");
    } else {
      Table table = new Table("FAILED", "ID", "STATE", "CODE", "MODEL", "USER", "GEN", "DETAIL");
      page.items().forEach(letter -> row(table, letter));
      table.print(output);
    }
    if (page.next() != null) {
      output.note("more: --after " + page.next());
    }
  }

  private static void row(Table table, LetterSummary letter) {
    table.row(
        Text.time(letter.failedAt()),
        letter.id(),
        letter.state().wireName(),
        letter.code() == null ? "unreadable" : letter.code().wireName(),
        Text.of(letter.model()),
        Text.of(letter.userId()),
        Text.of(letter.generation()),
        Text.of(letter.detail()));
  }
}
