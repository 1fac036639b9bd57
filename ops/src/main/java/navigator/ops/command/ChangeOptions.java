package navigator.ops.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import navigator.contracts.DeadLetterId;
import navigator.ops.ChangePlan;
import navigator.ops.ChangeRefusal;
import navigator.ops.ChangeReport;
import navigator.ops.LetterChange;
import navigator.ops.LetterGroup;
import navigator.ops.LetterSelection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What discard and restore have in common. */
final class ChangeOptions {

  @Mixin private Target target = new Target();
  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private Consent consent = new Consent();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "ID", arity = "0..*", description = "As list shows them.")
  private List<DeadLetterId> ids = new ArrayList<>();

  @Option(names = "--all", description = "Every letter; instead of ids and filters.")
  private boolean all;

  int run(LetterChange change) throws InterruptedException {
    checkSelection();
    consent.check();
    try (Session session = target.open()) {
      LetterSelection selection = selection(session.clock().instant());
      ChangePlan plan = session.changes().plan(change, selection);
      if (consent.isDryRun() || plan.toChange() == 0) {
        tell(plan);
        return plan.toChange() == 0 ? Exit.NOTHING : Exit.OK;
      }
      String verb = change.name().toLowerCase(Locale.ROOT);
      if (!output.isJson()) {
        GroupsCommand.print(plan.groups(), output);
      }
      if (!consent.given("%s %d dead letters?".formatted(verb, plan.toChange()))) {
        throw CommandFailed.failed("nothing was done");
      }
      return tell(
          session
              .changes()
              .change(change, selection, plan, session.operator(consent.reason()), _ -> {}));
    }
  }

  private void checkSelection() {
    int ways = (ids.isEmpty() ? 0 : 1) + (filters.isEmpty() ? 0 : 1) + (all ? 1 : 0);
    if (ways == 0) {
      throw CommandFailed.usage("say which: ids, filters, or --all");
    }
    if (ways > 1) {
      throw CommandFailed.usage("ids, filters and --all exclude each other");
    }
    if (ids.size() > LetterSelection.Named.MOST) {
      throw CommandFailed.usage("at most " + LetterSelection.Named.MOST + " ids can be named");
    }
  }

  private LetterSelection selection(Instant now) {
    return ids.isEmpty()
        ? new LetterSelection.Filtered(filters.filter(now))
        : new LetterSelection.Named(ids);
  }

  private void tell(ChangePlan plan) {
    if (output.isJson()) {
      Map<String, Object> json = new TreeMap<>();
      json.put("matched", plan.matched());
      json.put("would_change", plan.toChange());
      json.put("groups", plan.groups());
      json.put("skipped", named(plan.skipped()));
      output.json(json);
      return;
    }
    List<LetterGroup> groups = plan.groups();
    if (!groups.isEmpty()) {
      GroupsCommand.print(groups, output);
    }
    output.line(
        "matched %d, would change %d%s"
            .formatted(plan.matched(), plan.toChange(), skipped(plan.skipped())));
  }

  private int tell(ChangeReport report) {
    if (output.isJson()) {
      Map<String, Object> json = new TreeMap<>(report.counts());
      json.put("operation", report.operation());
      output.json(json);
    } else {
      output.line(
          "matched %d, done %d%s"
              .formatted(report.matched(), report.done(), skipped(report.skipped())));
    }
    return report.done() == 0 ? Exit.NOTHING : Exit.OK;
  }

  private static Map<String, Long> named(Map<ChangeRefusal, Long> skipped) {
    Map<String, Long> named = new TreeMap<>();
    skipped.forEach((reason, count) -> named.put(reason.wireName(), count));
    return named;
  }

  private static String skipped(Map<ChangeRefusal, Long> skipped) {
    return skipped.isEmpty() ? "" : ", skipped" + StoryText.counts(named(skipped));
  }
}
