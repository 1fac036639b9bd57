package navigator.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines as SVG, in panels below each other that share the axis across.
 *
 * @param title what all of it shows
 * @param across what the axis shows
 * @param axis how it is divided
 */
public record LineChart(String title, String across, Axis axis, List<Panel> panels) {

  private static final List<String> COLOURS =
      List.of("#1b7f5c", "#c0504d", "#d98e3f", "#7a6bb0", "#5b8db8");
  private static final int LEFT = 64;
  private static final int WIDTH = 560;
  private static final int RIGHT = 150;
  private static final int HEAD = 60;
  private static final int HEIGHT = 180;
  private static final int GAP = 50;
  private static final int GRID = 4;

  /** How the axis across is divided. */
  public enum Axis {
    /** Evenly, from 0. */
    LINEAR,
    /** By powers of ten. */
    LOGARITHMIC
  }

  /**
   * A panel.
   *
   * @param full the value at its upper edge; what is above it is drawn there
   */
  public record Panel(String name, double full, List<Line> lines) {}

  /** A line, its points from left to right. */
  public record Line(String name, List<Point> points) {}

  /** A point; on a logarithmic axis x is above 0. */
  public record Point(double x, double y) {}

  /** The picture. */
  public String svg() {
    List<String> parts = new ArrayList<>();
    int width = LEFT + WIDTH + RIGHT;
    int height = HEAD + panels.size() * (HEIGHT + GAP) + 10;
    parts.add(Svg.head(width, height));
    parts.add(Svg.text(LEFT, 28, "font-size=\"16\" font-weight=\"bold\"", title));
    for (int i = 0; i < panels.size(); i++) {
      panel(parts, panels.get(i), HEAD + i * (HEIGHT + GAP));
    }
    String below = "text-anchor=\"middle\"";
    parts.add(Svg.text(LEFT + WIDTH / 2, height - 12, below, across));
    parts.add("</svg>");
    return String.join("\n", parts) + "\n";
  }

  private void panel(List<String> parts, Panel panel, int top) {
    parts.add(Svg.text(LEFT, top - 8, "font-weight=\"bold\"", panel.name()));
    for (int i = 0; i <= GRID; i++) {
      int y = top + HEIGHT - HEIGHT * i / GRID;
      parts.add(stroke(LEFT, y, LEFT + WIDTH, y));
      double value = panel.full() * i / GRID;
      parts.add(Svg.text(LEFT - 6, y + 4, "text-anchor=\"end\"", number(value)));
    }
    for (double x : ticks()) {
      int at = (int) Math.round(acrossAt(x));
      parts.add(stroke(at, top, at, top + HEIGHT));
      parts.add(Svg.text(at, top + HEIGHT + 14, "text-anchor=\"middle\"", number(x)));
    }
    for (int i = 0; i < panel.lines().size(); i++) {
      line(parts, panel, i, top);
    }
  }

  private void line(List<String> parts, Panel panel, int number, int top) {
    Line line = panel.lines().get(number);
    String colour = COLOURS.get(number % COLOURS.size());
    String points =
        line.points().stream()
            .filter(point -> !Double.isNaN(point.y()))
            .map(
                point ->
                    String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        acrossAt(point.x()),
                        top + HEIGHT * (1 - Math.clamp(point.y() / panel.full(), 0, 1))))
            .collect(Collectors.joining(" "));
    parts.add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>"
            .formatted(colour, points));
    String look = "fill=\"" + colour + "\"";
    parts.add(Svg.text(LEFT + WIDTH + 10, top + 12 + 16 * number, look, line.name()));
  }

  private double acrossAt(double x) {
    double from = axis == Axis.LINEAR ? 0 : Math.log10(least());
    double to = axis == Axis.LINEAR ? most() : Math.log10(most());
    double at = axis == Axis.LINEAR ? x : Math.log10(x);
    return LEFT + WIDTH * (at - from) / Math.max(1e-9, to - from);
  }

  private double least() {
    return xs().stream().mapToDouble(Double::doubleValue).min().orElse(1);
  }

  private double most() {
    return xs().stream().mapToDouble(Double::doubleValue).max().orElse(1);
  }

  private List<Double> ticks() {
    return axis == Axis.LINEAR
        ? IntStream.rangeClosed(0, GRID).mapToObj(i -> most() * i / GRID).toList()
        : powersOfTen();
  }

  private List<Double> powersOfTen() {
    List<Double> ticks = new ArrayList<>();
    for (double x = Math.pow(10, Math.ceil(Math.log10(least()))); x <= most(); x *= 10) {
      ticks.add(x);
    }
    return ticks;
  }

  private List<Double> xs() {
    return panels.stream()
        .flatMap(panel -> panel.lines().stream())
        .flatMap(line -> line.points().stream())
        .map(Point::x)
        .toList();
  }

  private static String number(double value) {
    return value >= 10 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String stroke(int x1, int y1, int x2, int y2) {
    return "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#dddddd\"/>"
        .formatted(x1, y1, x2, y2);
  }
}
