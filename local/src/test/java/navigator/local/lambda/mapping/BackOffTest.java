package navigator.local.lambda.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackOffTest {
  private final BackOff backOff = new BackOff();

  @Test
  void withoutFailuresThereIsNoPause() {
    assertThat(backOff.pause()).isZero();
  }

  @Test
  void thePauseDoublesUpToTheCap() {
    backOff.failed();
    assertThat(backOff.pause()).isEqualTo(Duration.ofMillis(100));
    backOff.failed();
    assertThat(backOff.pause()).isEqualTo(Duration.ofMillis(200));
    for (var failure = 0; failure < 100; failure++) {
      backOff.failed();
    }
    assertThat(backOff.pause()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aSuccessEndsIt() {
    backOff.failed();
    backOff.succeeded();
    assertThat(backOff.pause()).isZero();
  }
}
