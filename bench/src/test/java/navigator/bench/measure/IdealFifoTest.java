package navigator.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import navigator.bench.load.Course;
import navigator.bench.load.Course.Phase;
import navigator.bench.load.Offered;
import org.junit.jupiter.api.Test;

class IdealFifoTest {

  @Test
  void theTimeIsTheCostsLessTheBurstByTheQuotaAndOneLatency() {
    // 10 tokens a second, 200 of them at the start; four calls of 100 each.
    var ideal = IdealFifo.of(load(0, 0, 0, 0), new Supply(600, 200, Course.QUIET), 4);

    assertThat(ideal.starts()).containsExactly(0.0, 0.0, 10.0, 20.0);
    assertThat(ideal.drained()).isEqualTo((400 - 200) / 10.0 + 4);
  }

  @Test
  void whatNobodyUsesIsKeptUpToTheBurst() {
    var ideal = IdealFifo.of(load(0, 1_000, 1_000), new Supply(600, 100, Course.QUIET), 4);

    assertThat(ideal.starts()).containsExactly(0.0, 1_000.0, 1_010.0);
    assertThat(ideal.waits(load(0, 1_000, 1_000))).containsExactly(0.0, 0.0, 10.0);
  }

  @Test
  void aQuotaThatFallsAndAModelThatSlowsMakeItLonger() {
    var course = Course.then(new Phase(10, 0.5, 0, 2));

    var ideal = IdealFifo.of(load(0, 0, 0), new Supply(600, 100, course), 4);

    assertThat(ideal.starts()).containsExactly(0.0, 10.0, 30.0);
    assertThat(ideal.drained()).isEqualTo(30 + 2 * 4);
  }

  private static List<Offered> load(double... arrivals) {
    return IntStream.range(0, arrivals.length)
        .mapToObj(i -> new Offered(i, arrivals[i], "t", 50, 10))
        .toList();
  }
}
