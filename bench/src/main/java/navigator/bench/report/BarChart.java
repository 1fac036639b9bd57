package navigator.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars as SVG: a row for each group, a column for each measure, in each of them a bar for each
 * series.
 *
 * @param title what all of it shows
 * @param series the names, in the order of the bars
 * @param measures the columns
 * @param groups the rows
 */
public record BarChart(
    String title, List<String> series, List<Measure> measures, List<Group> groups) {

  private static final List<String> COLOURS =
      List.of("#1b7f5c", "#c0504d", "#d98e3f", "#7a6bb0", "#5b8db8", "#8a8a8a");
  private static final int MARGIN = 24;
  private static final int LABEL_WIDTH = 130;
  private static final int COLUMN_WIDTH = 190;
  private static final int BAR_WIDTH = 110;
  private static final int BAR_HEIGHT = 11;
  private static final int BAR_STEP = 14;
  private static final int ROW_GAP = 16;
  private static final int HEAD = 92;

  /**
   * A column.
   *
   * @param full the value of the longest bar; what is above it is cut off there
   */
  public record Measure(String name, double full) {}

  /**
   * A row.
   *
   * @param values by series, then by measure; NaN: there is none
   */
  public record Group(String name, List<List<Double>> values) {}

  /** The picture. */
  public String svg() {
    List<String> parts = new ArrayList<>();
    int width = 2 * MARGIN + LABEL_WIDTH + measures.size() * COLUMN_WIDTH;
    int height = HEAD + groups.size() * rowHeight() + MARGIN;
    parts.add(Svg.head(width, height));
    parts.add(Svg.text(MARGIN, 30, "font-size=\"16\" font-weight=\"bold\"", title));
    legend(parts);
    for (int i = 0; i < measures.size(); i++) {
      parts.add(Svg.text(columnX(i), HEAD - 10, "font-weight=\"bold\"", measures.get(i).name()));
    }
    for (int i = 0; i < groups.size(); i++) {
      row(parts, groups.get(i), HEAD + i * rowHeight());
    }
    parts.add("</svg>");
    return String.join("\n", parts) + "\n";
  }

  private void legend(List<String> parts) {
    int x = MARGIN;
    for (int i = 0; i < series.size(); i++) {
      parts.add(rectangle(x, 46, BAR_HEIGHT, i));
      parts.add(Svg.text(x + BAR_HEIGHT + 5, 55, "", series.get(i)));
      x += 40 + 7 * series.get(i).length();
    }
  }

  private void row(List<String> parts, Group group, int y) {
    parts.add(Svg.text(MARGIN, y + BAR_HEIGHT, "font-weight=\"bold\"", group.name()));
    for (int i = 0; i < series.size(); i++) {
      for (int j = 0; j < measures.size(); j++) {
        bar(parts, group.values().get(i).get(j), i, j, y + i * BAR_STEP);
      }
    }
  }

  private void bar(List<String> parts, double value, int serie, int measure, int y) {
    int x = columnX(measure);
    if (Double.isNaN(value)) {
      return;
    }
    double part = Math.clamp(value / measures.get(measure).full(), 0, 1);
    int width = Math.max(1, (int) Math.round(part * BAR_WIDTH));
    parts.add(rectangle(x, y, width, serie));
    String number = String.format(Locale.ROOT, "%.2f", value);
    parts.add(Svg.text(x + width + 4, y + 9, "fill=\"#444444\"", number));
  }

  private static String rectangle(int x, int y, int width, int serie) {
    return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
        .formatted(x, y, width, BAR_HEIGHT, COLOURS.get(serie % COLOURS.size()));
  }

  private static int columnX(int measure) {
    return MARGIN + LABEL_WIDTH + measure * COLUMN_WIDTH;
  }

  private int rowHeight() {
    return series.size() * BAR_STEP + ROW_GAP;
  }
}
