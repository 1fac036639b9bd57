package navigator.local.chaos;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import navigator.local.chaos.check.Promise;
import navigator.local.chaos.check.Verdict;
import navigator.local.terminal.Ink;

/** Prints a run: what went wrong around it, what became of it, and what was broken. */
public final class ChaosReport {

  private static final int EVIDENCE = 5;

  private final PrintWriter out;
  private final Ink ink;

  public ChaosReport(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
  }

  /** The whole report of one run. */
  public void print(ChaosResult result) {
    Verdict verdict = result.verdict();
    out.println(ink.bold("Injected"));
    result.injected().forEach((kind, count) -> row(kind.label(), count));
    out.println(ink.bold("Became of it"));
    row("accepted", verdict.accepted());
    row("stored, but the 202 got lost", verdict.unacknowledged());
    verdict.statuses().forEach(this::row);
    verdict.fallbackCodes().forEach((code, count) -> row("  fallback: " + code, count));
    verdict.left().forEach((queue, count) -> row("left in " + queue, count));
    row("model calls", result.modelCalls());
    row("bought twice without a stored answer", verdict.boughtAgain());
    out.println(
        "  %-38s %s".formatted("oldest overdue", seconds(verdict.oldestOverdue().toMillis())));
    out.println(ink.bold("Operators"));
    result.operated().forEach(this::row);
    out.println(ink.bold("Promises"));
    for (Promise promise : Promise.values()) {
      List<String> evidence = verdict.broken().getOrDefault(promise, List.of());
      var text = "  %-38s %d".formatted(promise.label(), evidence.size());
      out.println(evidence.isEmpty() ? ink.good(text) : ink.bad(text));
      evidence.stream().limit(EVIDENCE).forEach(line -> out.println("      " + line));
    }
    out.println(
        "%.1f requests a second; %s in all"
            .formatted(result.perSecond(), seconds(result.took().toMillis())));
    out.flush();
  }

  private void row(String label, int count) {
    out.println("  %-38s %d".formatted(label, count));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
