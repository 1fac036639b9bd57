package navigator.ops.command;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import navigator.ops.AuditAction;
import navigator.ops.AuditView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what operators did. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Tells who did what, when and why, the newest first.",
    footer = Exit.FOOTER)
final class AuditCommand implements Callable<Integer> {

  private static final Set<String> REPLAYS =
      Set.of(AuditAction.REPLAY.wireName(), AuditAction.CANCEL_REPLAY.wireName());

  @Mixin private Target target = new Target();
  @Mixin private Output output = new Output();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Then or later; a time, or how long ago (default ${DEFAULT-VALUE}).",
      defaultValue = "90d")
  private String since = "90d";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most that are told (default ${DEFAULT-VALUE}).",
      defaultValue = "50")
  private int limit;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw CommandFailed.usage("--limit is at least 1");
    }
    try (Session session = target.open()) {
      Instant now = session.clock().instant();
      Instant from = requireNonNullElse(FilterOptions.time("--since", since, now), now);
      List<AuditView> records =
          session.audit().since(from).limit(limit).map(AuditView::of).toList();
      if (output.isJson()) {
        output.json(records);
      } else {
        print(records);
      }
      return records.isEmpty() ? Exit.NOTHING : Exit.OK;
    }
  }

  private void print(List<AuditView> records) {
    if (records.isEmpty()) {
      output.note("there are none");
      return;
    }
    Table table = new Table("AT", "ACTION", "PHASE", "ACTOR", "REASON", "SUBJECT", "COUNTS");
    records.forEach(
        done ->
            table.row(
                Text.time(done.at()),
                done.action(),
                done.phase(),
                done.actor(),
                done.reason(),
                shortened(subject(done)),
                StoryText.counts(done.counts()).strip()));
    table.print(output);
  }

  // A replay is known by its name; the operations of others are known to nobody.
  private static String subject(AuditView done) {
    String what = done.subject().isEmpty() ? "" : done.subject().toString();
    return REPLAYS.contains(done.action()) ? (done.operation() + " " + what).strip() : what;
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }
}
