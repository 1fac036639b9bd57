package navigator.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import navigator.bench.measure.Estimates.Told;
import org.junit.jupiter.api.Test;

class EstimatesTest {

  /** Answered after 14 s. */
  private static final RunLog LOG = new RunLog(List.of(CallLines.answered("q", 10, 14)));

  @Test
  void twiceAndHalfOfTheWaitAreRight() {
    assertThat(right(new Told("q", 4, 5))).isEqualTo(1);
    assertThat(right(new Told("q", 4, 20))).isEqualTo(1);
  }

  @Test
  void moreAndLessAreWrong() {
    assertThat(right(new Told("q", 4, 4.9))).isZero();
    assertThat(right(new Told("q", 4, 20.1))).isZero();
  }

  @Test
  void whatWasNeverAnsweredWasToldWrongly() {
    assertThat(right(new Told("q", 4, 10), new Told("other", 4, 10))).isCloseTo(0.5, within(0.001));
  }

  @Test
  void whatWasAnsweredAlreadyDoesNotCount() {
    assertThat(right(new Told("q", 4, 10), new Told("q", 15, 1))).isEqualTo(1);
    assertThat(new Estimates(List.of(new Told("q", 15, 1))).right(LOG)).isEmpty();
  }

  private static double right(Told... told) {
    return new Estimates(List.of(told)).right(LOG).orElseThrow();
  }
}
