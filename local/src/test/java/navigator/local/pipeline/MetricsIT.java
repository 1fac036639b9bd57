package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import navigator.contracts.metric.Metric;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs last: it looks at what was counted in all tests before it. */
@ExtendWith(PipelineExtension.class)
@Order(Integer.MAX_VALUE)
class MetricsIT {

  /** Metrics that no test here makes anybody count. */
  private static final Map<Metric, String> UNSEEN_HERE =
      Map.of(
          Metric.DISCARDED_ANSWERS, "no call of the API cancels a request yet",
          Metric.DISCARDED_TOKENS, "no call of the API cancels a request yet");

  private final Pipeline pipeline;

  MetricsIT(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Test
  void everyMetricWasSeenOrIsNamedWithItsReason() {
    var seen = pipeline.record().metrics();

    assertThat(Arrays.stream(Metric.values()).filter(metric -> !UNSEEN_HERE.containsKey(metric)))
        .extracting(Metric::wireName)
        .allSatisfy(name -> assertThat(seen).contains(name));
  }
}
