package navigator.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import navigator.local.topology.HttpApi.Throttle;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final VirtualClock clock = new VirtualClock();
  private final TokenBucket bucket = new TokenBucket(new Throttle(10, 5), clock);

  private long admittedOf(int requests) {
    return IntStream.range(0, requests).filter(i -> bucket.tryTake()).count();
  }

  @Test
  void itStartsFull() {
    assertThat(admittedOf(10)).isEqualTo(5);
  }

  @Test
  void itIsRefilledAtItsRateAndNeverBeyondItsDepth() {
    admittedOf(5);

    clock.advance(Duration.ofMillis(99));
    assertThat(admittedOf(1)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(admittedOf(2)).isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    assertThat(admittedOf(10)).isEqualTo(5);
  }
}
