package navigator.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadClockTest {

  @Test
  void aWaitEndsWithTheRequestThatItIsFor() throws InterruptedException {
    var accepted = new AtomicInteger(7);
    var clock = new LoadClock(accepted::getAndIncrement);

    clock.await(3);

    // What it saw at first was 7, and at last 10.
    assertThat(accepted).hasValue(11);
  }
}
