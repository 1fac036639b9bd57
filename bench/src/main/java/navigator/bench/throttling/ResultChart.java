package navigator.bench.throttling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import navigator.bench.measure.Measures;
import navigator.bench.report.BarChart;

/** Results as a picture: a row for each scenario, the measures that decide side by side. */
final class ResultChart {

  private record Column(BarChart.Measure head, ToDoubleFunction<Measures> value) {}

  private static final List<Column> COLUMNS =
      List.of(
          column("answered", 1, Measures::answered),
          column("false dead letters", 1, Measures::falseDeadLetters),
          column("wasted calls", 1, Measures::waste),
          column("quota used", 1, Measures::utilisation),
          column("time to drain / optimum", ScenarioPlan.PATIENCE, Measures::drain),
          column("p99 wait / ideal", ScenarioPlan.PATIENCE, Measures::tail));

  private ResultChart() {}

  static String svg(List<ResultRow> rows) {
    Map<String, List<ResultRow>> groups = new LinkedHashMap<>();
    for (ResultRow row : rows) {
      String name = row.minute() == 60 ? row.scenario() + " (unscaled)" : row.scenario();
      groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(row);
    }
    return new BarChart(
            "A quota under load: what is answered, wasted and waited for",
            Arrays.stream(Approach.values()).map(Approach::wireName).toList(),
            COLUMNS.stream().map(Column::head).toList(),
            groups.entrySet().stream().map(e -> group(e.getKey(), e.getValue())).toList())
        .svg();
  }

  private static BarChart.Group group(String name, List<ResultRow> rows) {
    return new BarChart.Group(
        name, Arrays.stream(Approach.values()).map(each -> values(each, rows)).toList());
  }

  private static List<Double> values(Approach approach, List<ResultRow> rows) {
    return COLUMNS.stream()
        .map(
            column ->
                rows.stream()
                    .filter(row -> row.approach().equals(approach.wireName()))
                    .mapToDouble(row -> column.value().applyAsDouble(row.measures()))
                    .findFirst()
                    .orElse(Double.NaN))
        .toList();
  }

  private static Column column(String name, double full, ToDoubleFunction<Measures> value) {
    return new Column(new BarChart.Measure(name, full), value);
  }
}
