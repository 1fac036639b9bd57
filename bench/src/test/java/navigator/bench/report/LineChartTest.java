package navigator.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import navigator.bench.report.LineChart.Line;
import navigator.bench.report.LineChart.Panel;
import navigator.bench.report.LineChart.Point;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class LineChartTest {

  private static final LineChart CHART =
      new LineChart(
          "Cats & <dogs>",
          "size",
          LineChart.Axis.LOGARITHMIC,
          List.of(
              new Panel(
                  "share",
                  1,
                  List.of(
                      new Line("one", List.of(new Point(10, 1), new Point(100, 0))),
                      new Line("two", List.of(new Point(10, Double.NaN), new Point(1000, 7)))))));

  @Test
  void thePictureIsWellFormedAndSaysWhatItShows() throws Exception {
    assertThat(parse(CHART.svg()).getDocumentElement().getTextContent())
        .contains("Cats & <dogs>", "size", "share", "one", "two", "1,000");
  }

  @Test
  void theAxisIsLogarithmicAndWhatIsTooHighIsAtTheEdge() throws Exception {
    assertThat(points(0)).isEqualTo("64.0,60.0 344.0,240.0");
    assertThat(points(1)).isEqualTo("624.0,60.0");
  }

  @Test
  void aLinearAxisBeginsAtZero() throws Exception {
    var line = new Line("one", List.of(new Point(0, 0), new Point(5, 1), new Point(20, 1)));
    var chart =
        new LineChart("", "", LineChart.Axis.LINEAR, List.of(new Panel("share", 1, List.of(line))));

    assertThat(points(chart, 0)).isEqualTo("64.0,240.0 204.0,60.0 624.0,60.0");
    assertThat(parse(chart.svg()).getDocumentElement().getTextContent()).contains("10", "15", "20");
  }

  private static String points(int line) throws Exception {
    return points(CHART, line);
  }

  private static String points(LineChart chart, int line) throws Exception {
    var lines = parse(chart.svg()).getElementsByTagName("polyline");
    return ((Element) lines.item(line)).getAttribute("points");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
