package navigator.local.demo.incident;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import navigator.local.alarm.AlarmReading;
import navigator.local.alarm.AlarmState;
import navigator.local.demo.Wrapping;
import navigator.local.terminal.Ink;

/** Tells how alarms stand: each that is not as it should be, and the names of the others. */
final class AlarmReport {

  private static final int WIDTH = 98;
  private static final int MOST_LINES = 20;

  private final PrintWriter out;
  private final Ink ink;

  AlarmReport(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
  }

  void print(List<AlarmReading> readings) {
    out.println(ink.dim("  %-36s %9s %9s".formatted("alarm", "value", "threshold")));
    readings.stream()
        .filter(reading -> reading.state() != AlarmState.OK)
        .forEach(reading -> out.println(row(reading)));
    String quiet =
        readings.stream()
            .filter(reading -> reading.state() == AlarmState.OK)
            .map(reading -> shortName(reading.alarm().name()))
            .collect(joining(", ", "quiet: ", ""));
    Wrapping.of(quiet, WIDTH, MOST_LINES).forEach(line -> out.println(ink.dim("  " + line)));
    out.flush();
  }

  private String row(AlarmReading reading) {
    String row =
        "  %-36s %9s %9s  "
            .formatted(
                reading.alarm().name(),
                number(reading.value()),
                number(OptionalDouble.of(reading.alarm().threshold())));
    return switch (reading.state()) {
      case ALARM -> row + ink.bad("ALARM");
      case BREACHING -> row + ink.warning("ALARM after %d min of it".formatted(minutes(reading)));
      case OK -> row + ink.good("ok");
    };
  }

  private static long minutes(AlarmReading reading) {
    return reading.alarm().patience().toMinutes();
  }

  private static String shortName(String name) {
    return name.replaceFirst("^learning-navigator-", "");
  }

  private static String number(OptionalDouble value) {
    if (value.isEmpty()) {
      return "none";
    }
    String text = String.format(Locale.ROOT, "%.2f", value.getAsDouble());
    return text.replaceFirst("\\.?0+$", "");
  }
}
