package navigator.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private static final Duration BASE = Duration.ofSeconds(1);
  private static final Duration CAP = Duration.ofSeconds(30);

  @Test
  void doublesWithEachTryUpToTheCap() {
    BackOff longest = new BackOff(BASE, CAP, Dice.highest());

    assertThat(IntStream.rangeClosed(1, 7).mapToObj(longest::after))
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void drawsFromTheWholeRangeDownToNothing() {
    assertThat(new BackOff(BASE, CAP, Dice.lowest()).after(5)).isZero();
  }

  @Test
  void spreadsTheWaitsOfManyEvenly() {
    BackOff backOff = new BackOff(BASE, CAP, new Random(7));

    double meanMillis =
        IntStream.range(0, 10_000).mapToLong(_ -> backOff.after(4).toMillis()).average().orElse(0);

    assertThat(meanMillis).isBetween(3_900.0, 4_100.0);
  }

  @Test
  void staysAtTheCapHoweverManyTries() {
    assertThat(new BackOff(BASE, CAP, Dice.highest()).after(Integer.MAX_VALUE)).isEqualTo(CAP);
  }

  @Test
  void refusesToCountBelowOne() {
    BackOff backOff = new BackOff(BASE, CAP, Dice.lowest());

    assertThatIllegalArgumentException().isThrownBy(() -> backOff.after(0));
  }

  @Test
  void refusesABaseAboveItsCap() {
    Duration tooLong = CAP.plusSeconds(1);

    assertThatIllegalArgumentException().isThrownBy(() -> new BackOff(tooLong, CAP, Dice.lowest()));
  }
}
