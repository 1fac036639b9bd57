package navigator.bench.pipeline;

import java.util.ArrayList;
import java.util.List;
import navigator.bench.report.TextTable;

/** The cost for people. */
final class CostTable {

  /** The ways to count. */
  static final List<String> COLUMNS =
      List.of("5 turns, measured", "original's tokens", "original's estimate");

  private CostTable() {}

  static List<String> of(PipelineResult result) {
    List<Bill> bills = List.of(result.bill(), result.originalTokens(), Bill.ORIGINAL);
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("US$ per 1,000 conversations"));
    header.addAll(COLUMNS);
    lines.add(header);
    for (Bill.Item item : Bill.Item.values()) {
      lines.add(line(item.title(), bills.stream().map(bill -> bill.dollars().get(item)).toList()));
    }
    lines.add(line("without the model", bills.stream().map(Bill::withoutModel).toList()));
    lines.add(line("total", bills.stream().map(Bill::total).toList()));
    return new TextTable(1, lines).text();
  }

  private static List<String> line(String name, List<Double> dollars) {
    List<String> cells = new ArrayList<>(List.of(name));
    dollars.forEach(each -> cells.add(each == null ? "-" : ResultTables.number(each, 4)));
    return cells;
  }
}
