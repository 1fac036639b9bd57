package navigator.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import navigator.bench.report.BarChart.Group;
import navigator.bench.report.BarChart.Measure;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class BarChartTest {

  private static final BarChart CHART =
      new BarChart(
          "Cats & <dogs>",
          List.of("one", "two"),
          List.of(new Measure("share", 1), new Measure("time", 4)),
          List.of(
              new Group("first", List.of(List.of(0.5, 9.0), List.of(1.0, 2.0))),
              new Group("second", List.of(List.of(0.0, 1.0), List.of(Double.NaN, Double.NaN)))));

  @Test
  void thePictureIsWellFormed() throws Exception {
    var root = parse(CHART.svg()).getDocumentElement();

    assertThat(root.getLocalName()).isEqualTo("svg");
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(root.getTextContent()).contains("Cats & <dogs>", "first", "second", "share");
  }

  @Test
  void barsAreAsLongAsTheirValuesAndNoLongerThanTheLongest() throws Exception {
    var widths = bars();

    assertThat(widths.get(1)).isEqualTo(2 * widths.get(0));
  }

  @Test
  void whatIsNotThereHasNoBar() throws Exception {
    assertThat(bars()).hasSize(6);
  }

  // The background and the two of the legend come first; a half, 9 of 4, a whole, 2 of 4 …
  private static List<Integer> bars() throws Exception {
    var rectangles = parse(CHART.svg()).getElementsByTagName("rect");
    return IntStream.range(3, rectangles.getLength())
        .mapToObj(i -> (Element) rectangles.item(i))
        .map(each -> Integer.valueOf(each.getAttribute("width")))
        .toList();
  }

  private static Document parse(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
