package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import navigator.contracts.metric.Metric;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs last: it looks at what was counted in all tests before it. */
@ExtendWith(PipelineExtension.class)
@Order(Integer.MAX_VALUE)
class MetricsIT {

  private final Pipeline pipeline;

  MetricsIT(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Test
  void everyMetricWasCountedByARealFunction() {
    assertThat(pipeline.record().metrics())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Metric.values()).map(Metric::wireName).toList());
  }
}
