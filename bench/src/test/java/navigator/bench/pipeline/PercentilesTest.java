package navigator.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void isTheSampleOfTheNearestRankInWhateverOrderTheyCame() {
    Percentiles hundred =
        new Percentiles(IntStream.rangeClosed(1, 100).mapToObj(i -> 101.0 - i).toList());

    assertThat(hundred.p50()).isEqualTo(50);
    assertThat(hundred.p99()).isEqualTo(99);
    assertThat(hundred.at(1)).isEqualTo(100);
  }

  @Test
  void ofFewSamplesTheHighestIsThe99th() {
    assertThat(new Percentiles(List.of(3.0, 1.0, 2.0)).p99()).isEqualTo(3);
    assertThat(new Percentiles(List.of(7.0)).p50()).isEqualTo(7);
  }

  @Test
  void nothingHasNoPercentiles() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Percentiles(List.of()));
  }
}
