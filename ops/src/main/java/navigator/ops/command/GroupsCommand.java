package navigator.ops.command;

import java.util.List;
import java.util.concurrent.Callable;
import navigator.ops.LetterGroup;
import navigator.ops.LetterQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Groups dead letters by how they failed. */
@Command(
    name = "groups",
    mixinStandardHelpOptions = true,
    description = "Counts dead letters by how they failed, the largest group first.",
    footer = Exit.FOOTER)
final class GroupsCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();
  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private StateOption state = new StateOption();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    try (Session session = target.open()) {
      List<LetterGroup> groups =
          session
              .groups()
              .group(new LetterQuery(state.states(), filters.filter(session.clock().instant())));
      if (output.isJson()) {
        output.json(groups);
      } else {
        print(groups, output);
      }
      return groups.isEmpty() ? Exit.NOTHING : Exit.OK;
    }
  }

  static void print(List<LetterGroup> groups, Output output) {
    if (groups.isEmpty()) {
      output.note("there are none");
      return;
    }
    Table table = new Table("COUNT", "CODE", "RETRYABLE", "FIRST SEEN", "LAST SEEN", "DETAIL");
    groups.forEach(
        group ->
            table.row(
                group.count(),
                group.code() == null ? "unreadable" : group.code().wireName(),
                group.retryable() ? "yes" : "no",
                Text.time(group.firstSeen()),
                Text.time(group.lastSeen()),
                Text.of(group.detail())));
    table.print(output);
  }
}
