package navigator.local.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BilledTest {

  @Test
  void everyInvocationIsRoundedUpToAMillisecond() {
    Billed two = Billed.NOTHING.plus(Duration.ofNanos(1)).plus(Duration.ofMillis(2).plusNanos(1));

    assertThat(two).isEqualTo(new Billed(2, 4));
    assertThat(two.minus(Billed.NOTHING.plus(Duration.ofNanos(1)))).isEqualTo(new Billed(1, 3));
  }
}
