package navigator.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ThroughputTest {

  private static final long SECOND = 1_000_000;

  private final Throughput throughput = new Throughput(100);

  @Test
  void aSecondsWorthIsTakenAtOnceAndNoMore() {
    assertThat(taken(150, 0, 0)).isEqualTo(100);
    assertThat(throughput.throttled()).isEqualTo(50);
    assertThat(throughput.asked()).isEqualTo(150);
    assertThat(throughput.peak()).isEqualTo(150);
  }

  @Test
  void itGoesOnAtItsPace() {
    taken(100, 0, 0);

    // Twice as many as it takes, for ten seconds.
    assertThat(taken(2_000, 0, SECOND / 200)).isBetween(990L, 1_000L);
  }

  @Test
  void whatNobodyUsedIsKeptForASecondOnly() {
    taken(100, 0, 0);

    assertThat(taken(300, 60 * SECOND, 0)).isEqualTo(100);
  }

  private long taken(int count, long from, long step) {
    return LongStream.range(0, count).filter(i -> throughput.take(from + i * step)).count();
  }
}
