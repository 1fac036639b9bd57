package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SharedWaitTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private final SharedWait wait = new SharedWait(Duration.ofSeconds(20));

  @Test
  void waitsOneAfterAnotherAddUp() {
    assertThat(take(0, 12)).isTrue();
    assertThat(take(30, 9)).isFalse();
    assertThat(take(30, 8)).isTrue();
    assertThat(take(60, 1)).isFalse();
  }

  @Test
  void waitsAtTheSameTimeCostOnce() {
    assertThat(take(0, 20)).isTrue();
    assertThat(take(1, 19)).isTrue();
    assertThat(take(5, 10)).isTrue();
  }

  @Test
  void onlyThePartThatNobodyWaitsThroughYetIsPaid() {
    assertThat(take(0, 15)).isTrue();
    assertThat(take(10, 11)).isFalse();
    assertThat(take(10, 10)).isTrue();
  }

  @Test
  void aWaitThatIsRefusedCostsNothing() {
    assertThat(take(0, 21)).isFalse();
    assertThat(take(0, 20)).isTrue();
  }

  private boolean take(int from, int seconds) {
    return wait.tryTake(START.plusSeconds(from), Duration.ofSeconds(seconds));
  }
}
