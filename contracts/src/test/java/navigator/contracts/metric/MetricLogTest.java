package navigator.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Usage;
import navigator.contracts.table.EntryState;
import navigator.contracts.testing.CapturedLog;
import navigator.contracts.testing.ContractSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricLogTest {

  private static final MetricLog METRICS = MetricLog.of(MetricLogTest.class);
  private static final RequestId ID = RequestId.random();
  private static final Usage USAGE = new Usage(10, 20, 30, 40);
  private static final Duration TOOK = Duration.ofMillis(1234);

  static Stream<Consumer<MetricLog>> happenings() {
    return Stream.of(
        metrics -> metrics.accepted(ID),
        metrics -> metrics.refused(Refusal.RATE_LIMITED),
        metrics -> metrics.answered(ID),
        metrics -> metrics.fellBack(ID, ErrorCode.CRASHED),
        metrics -> metrics.deadLettered(ID, ErrorCode.INTERNAL),
        metrics -> metrics.called(ID, TOOK, USAGE),
        metrics -> metrics.throttled(ID),
        metrics -> metrics.deferred(ID, Deferral.DOWN),
        metrics -> metrics.failed(ID, TOOK, ErrorCode.MODEL_TIMEOUT),
        metrics -> metrics.unobserved(ID, UnobservedCall.LOST_STORE),
        metrics -> metrics.discarded(ID, USAGE),
        metrics -> metrics.faulted(FunctionName.DEAD_LETTER),
        metrics -> metrics.unreadable(FunctionName.OUTCOME),
        metrics -> metrics.replayed(EntryState.ANSWERED, 3),
        metrics -> metrics.replayStopped(),
        metrics -> metrics.overdue(ID),
        metrics -> metrics.oldest(TOOK, Duration.ZERO));
  }

  @ParameterizedTest
  @MethodSource("happenings")
  void everyLineIsAsSpecified(Consumer<MetricLog> happening) {
    assertThat(ContractSchemas.metricLine(line(happening))).isEmpty();
  }

  @Test
  void everyMetricIsInSomeLine() {
    String all = happenings().map(MetricLogTest::line).collect(Collectors.joining("\n"));

    assertThat(all)
        .contains(
            Arrays.stream(Metric.values())
                .map(metric -> "\"Name\":\"" + metric.wireName() + "\"")
                .toList());
  }

  @Test
  void metricIsCountedInAllAndByItsDimension() {
    assertThat(line(metrics -> metrics.fellBack(ID, ErrorCode.CRASHED)))
        .contains("\"Dimensions\":[[],[\"Code\"]]", "\"Code\":\"crashed\"", "\"Fallbacks\":1");
  }

  @Test
  void requestIsNoDimension() {
    assertThat(line(metrics -> metrics.answered(ID)))
        .contains("\"Dimensions\":[[]]", "\"request_id\":\"" + ID.value() + "\"");
  }

  @Test
  void throttledCallSaysNothingAboutTheModelsLatency() {
    assertThat(line(metrics -> metrics.throttled(ID))).doesNotContain("Latency");
    assertThat(line(metrics -> metrics.called(ID, TOOK, USAGE)))
        .contains("\"Throttles\":0", "\"ModelCallLatency\":1234");
  }

  @Test
  void discardedAnswerCountsAllItsTokens() {
    assertThat(line(metrics -> metrics.discarded(ID, USAGE))).contains("\"DiscardedTokens\":100");
  }

  @Test
  void namesOfMetricsAndDimensionsDiffer() {
    List<String> names =
        Stream.concat(
                Arrays.stream(Metric.values()).map(Metric::wireName),
                Arrays.stream(Dimension.values()).map(Dimension::wireName))
            .toList();

    assertThat(names).doesNotHaveDuplicates();
  }

  private static String line(Consumer<MetricLog> happening) {
    try (CapturedLog log = CapturedLog.start()) {
      happening.accept(METRICS);
      return log.json();
    }
  }
}
