package navigator.bench.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import navigator.bench.report.BarChart;

/** The cost as a picture: a row for each item, a bar for each way to count. */
final class CostChart {

  private CostChart() {}

  static String svg(PipelineResult result) {
    return svg(List.of(result.bill(), result.originalTokens(), Bill.ORIGINAL));
  }

  static String svg(List<Bill> bills) {
    double full =
        bills.stream().flatMap(bill -> bill.dollars().values().stream()).reduce(0.0, Math::max);
    List<BarChart.Group> groups =
        Stream.concat(
                Arrays.stream(Bill.Item.values())
                    .map(item -> group(item.title(), bills, bill -> bill.of(item))),
                Stream.of(group("without the model", bills, Bill::withoutModel)))
            .toList();
    return new BarChart(
            "What 1,000 conversations cost",
            CostTable.COLUMNS,
            List.of(
                new BarChart.Measure("US dollars", full),
                new BarChart.Measure("percent of the whole", 100)),
            groups)
        .svg();
  }

  private static BarChart.Group group(String name, List<Bill> bills, ToDoubleFunction<Bill> value) {
    return new BarChart.Group(
        name,
        bills.stream()
            .map(
                bill -> {
                  double dollars = value.applyAsDouble(bill);
                  return List.of(dollars, 100 * dollars / bill.total());
                })
            .toList());
  }
}
