package navigator.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Pace SIXFOLD = new Pace(Duration.ofSeconds(10));

  @Test
  void everythingIsShortenedByTheSameFactor() {
    assertThat(SIXFOLD.of(Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(15));
    assertThat(SIXFOLD.of(3.0)).isEqualTo(Duration.ofMillis(500));
    assertThat(Pace.REAL.of(Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void wholeSecondsAreRoundedUp() {
    assertThat(new Pace(Duration.ofSeconds(11)).wholeSeconds(Duration.ofSeconds(90)))
        .isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void whatIsReadBackIsAtAMinuteOfSixtySeconds() {
    var zero = Instant.EPOCH;

    assertThat(SIXFOLD.seconds(zero, zero.plusSeconds(10))).isEqualTo(60);
    assertThat(SIXFOLD.seconds(zero, zero.minusMillis(500))).isEqualTo(-3);
  }
}
