package navigator.bench.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import navigator.bench.report.TextTable;

/** Results for people. */
public final class FleetTable {

  private static final List<String> HEADER =
      List.of(
          "calls/min",
          "envs",
          "requests",
          "answered",
          "used",
          "waste",
          "drain",
          "receives",
          "writes",
          "writes/s",
          "peak/s",
          "throttled",
          "reads/s",
          "alone",
          "");

  private FleetTable() {}

  /** A line for each case. */
  public static List<String> of(List<FleetRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    rows.forEach(row -> lines.add(line(row)));
    return new TextTable(0, lines).text();
  }

  private static List<String> line(FleetRow row) {
    return List.of(
        whole(row.what().callsAMinute()),
        whole(row.what().environments()),
        whole(row.what().requests()),
        number(row.answered(), 3),
        number(row.utilisation()),
        number(row.waste(), 4),
        number(row.drain()),
        number(row.receives(), 2),
        number(row.writes(), 2),
        number(row.writesASecond(), 1),
        whole(row.peakWrites()),
        whole(row.throttledWrites()),
        whole(row.peakReads()),
        whole(row.alone()),
        remark(row));
  }

  private static String remark(FleetRow row) {
    return row.what().trouble() == Trouble.OUTAGE
        ? "%s: %s calls in it".formatted(row.what().remark(), whole(row.failedCalls()))
        : row.what().remark();
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble(), 3) : "-";
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
