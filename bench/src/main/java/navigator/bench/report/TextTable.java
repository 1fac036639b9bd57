package navigator.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of cells that stand under each other: the first columns to the left, the others to the
 * right.
 *
 * @param left how many columns are words
 */
public record TextTable(int left, List<List<String>> lines) {

  private static final String GAP = "  ";

  /** The lines, each of the same form. */
  public List<String> text() {
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    return lines.stream().map(line -> text(line, widths)).toList();
  }

  private String text(List<String> line, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      String room = " ".repeat(widths[i] - line.get(i).length());
      cells.add(i < left ? line.get(i) + room : room + line.get(i));
    }
    return String.join(GAP, cells).stripTrailing();
  }
}
