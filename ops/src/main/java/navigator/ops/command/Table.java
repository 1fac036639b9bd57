package navigator.ops.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a heading, in columns that are as wide as they need to be. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heading) {
    rows.add(List.of(heading));
  }

  Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(clean(String.valueOf(cell)));
    }
    rows.add(row);
    return this;
  }

  void print(Output output) {
    int[] widths =
        IntStream.range(0, rows.getFirst().size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    output.line(output.strong(line(rows.getFirst(), widths)));
    rows.stream().skip(1).forEach(row -> output.line(line(row, widths)));
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  // What others have named, users and models for example, must not steer the terminal.
  private static String clean(String cell) {
    return cell.isEmpty() ? "-" : cell.replaceAll("\\p{Cntrl}", "?");
  }
}
