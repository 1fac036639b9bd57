package navigator.local.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricLinesTest {

  private final MetricLines lines = new MetricLines();

  @Test
  void aLineCountsInTheTotalAndByEachOfItsDimensions() {
    lines.line(
        "learning-navigator-inference",
        """
        {"timestamp":"2030-01-01T00:00:00.000000Z","message":"metrics","DeadLetters":1,
         "Code":"access_denied","request_id":"r","_aws":{"Timestamp":1893456000000,
         "CloudWatchMetrics":[{"Namespace":"LearningNavigator","Dimensions":[[],["Code"]],
         "Metrics":[{"Name":"DeadLetters","Unit":"Count"}]}]}}
        """);

    var at = Instant.ofEpochMilli(1893456000000L);
    assertThat(lines.points())
        .containsExactly(
            new MetricPoint(at, "LearningNavigator", "DeadLetters", Map.of(), 1),
            new MetricPoint(
                at, "LearningNavigator", "DeadLetters", Map.of("Code", "access_denied"), 1));
  }

  @Test
  void aLineHasAsManyValuesAsMetrics() {
    lines.line(
        "f",
        """
        {"ModelCalls":1,"Throttles":0,"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N",
         "Dimensions":[[]],"Metrics":[{"Name":"ModelCalls"},{"Name":"Throttles"}]}]}}
        """);

    assertThat(lines.points())
        .extracting(MetricPoint::name, MetricPoint::value)
        .containsExactly(tuple("ModelCalls", 1.0), tuple("Throttles", 0.0));
  }

  @Test
  void otherLinesCountNothing() {
    lines.line("f", "OpenJDK 64-Bit Server VM warning: \"_aws\"");
    lines.line("f", "{\"message\":\"request.accepted\",\"DeadLetters\":1}");

    assertThat(lines.points()).isEmpty();
  }
}
