package navigator.bench.fleet;

import java.util.List;
import java.util.function.ToDoubleFunction;
import navigator.bench.report.LineChart;
import navigator.bench.report.LineChart.Line;
import navigator.bench.report.LineChart.Panel;
import navigator.bench.report.LineChart.Point;

/** Results as a picture: how the use of the quota and the writes on its item grow with the pace. */
public final class FleetChart {

  private static final double MOST_WRITES = 2 * OneKey.WRITES;

  private FleetChart() {}

  /** The rows in which nothing but the size is special. */
  public static String svg(List<FleetRow> rows) {
    List<FleetRow> plain = rows.stream().filter(row -> row.what().plain()).toList();
    return new LineChart(
            "One item for the pace of a fleet",
            "calls a minute",
            LineChart.Axis.LOGARITHMIC,
            List.of(
                new Panel(
                    "of the quota",
                    1,
                    List.of(
                        line("used", plain, row -> row.utilisation().orElse(Double.NaN)),
                        line("429s of all calls", plain, FleetRow::waste),
                        line("paced alone", plain, FleetChart::alone))),
                new Panel(
                    "writes a second",
                    MOST_WRITES,
                    List.of(
                        line("asked for", plain, FleetRow::writesASecond),
                        line("what the key takes", plain, _ -> OneKey.WRITES)))))
        .svg();
  }

  private static double alone(FleetRow row) {
    return (double) row.alone() / row.what().requests();
  }

  private static Line line(String name, List<FleetRow> rows, ToDoubleFunction<FleetRow> value) {
    return new Line(
        name,
        rows.stream()
            .map(row -> new Point(row.what().callsAMinute(), value.applyAsDouble(row)))
            .toList());
  }
}
