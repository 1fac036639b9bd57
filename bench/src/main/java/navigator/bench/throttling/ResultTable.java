package navigator.bench.throttling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import navigator.bench.measure.Measures;
import navigator.bench.report.TextTable;

/** Results for people. */
public final class ResultTable {

  private static final List<String> HEADER =
      List.of(
          "scenario",
          "approach",
          "answered",
          "dead",
          "used",
          "waste",
          "drain",
          "tail",
          "fair",
          "receives",
          "writes",
          "calls",
          "recovery",
          "told",
          "busy",
          "lag ms",
          "");

  private ResultTable() {}

  /** A line for each approach in each scenario. */
  public static List<String> of(List<ResultRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    rows.forEach(row -> lines.add(line(row)));
    return new TextTable(2, lines).text();
  }

  /** A line for each concurrency that was tried. */
  public static List<String> of(Sweep sweep) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("concurrency", "answered", "drain", "waste", "busy", ""));
    for (Sweep.Trial trial : sweep.trials()) {
      lines.add(
          List.of(
              "" + trial.concurrency(),
              number(trial.measures().answered(), 3),
              (trial.drained() ? "" : ">") + number(trial.measures().drain(), 2),
              number(trial.measures().waste(), 3),
              number(trial.machine().busy(), 2),
              trial.machine().isTooBusy() ? "void: the machine was too busy" : ""));
    }
    return new TextTable(0, lines).text();
  }

  private static List<String> line(ResultRow row) {
    Measures measures = row.measures();
    return List.of(
        row.minute() == 60 ? row.scenario() + " (unscaled)" : row.scenario(),
        row.approach(),
        number(measures.answered(), 3),
        number(measures.falseDeadLetters(), 3),
        number(measures.utilisation(), 3),
        number(measures.waste(), 3),
        (row.drained() ? "" : ">") + number(measures.drain(), 2),
        number(measures.tail(), 2),
        number(measures.fairness(), 2),
        number(measures.receives(), 2),
        number(measures.quotaWrites(), 2),
        number(measures.paidCalls(), 2),
        seconds(measures.recovery()),
        share(row.estimates()),
        number(row.machine().busy(), 2),
        number(row.machine().timerLag(), 1),
        remark(row));
  }

  private static String remark(ResultRow row) {
    if (row.machine().isTooBusy()) {
      return "void: the machine was too busy";
    }
    List<String> remarks = new ArrayList<>();
    row.quietTenants().ifPresent(ratio -> remarks.add("quiet tenants' p95 x " + number(ratio, 1)));
    if (row.faults() > 0) {
      remarks.add(row.faults() + " faults of the machine");
    }
    return String.join(", ", remarks);
  }

  private static String share(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble(), 2) : "-";
  }

  private static String seconds(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble(), 0) + " s" : "-";
  }

  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
