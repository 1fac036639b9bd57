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

  private static String points(int line) throws Exception {
    var lines = parse(CHART.svg()).getElementsByTagName("polyline");
    return ((Element) lines.item(line)).getAttribute("points");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
