package navigator.inference.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import navigator.contracts.Role;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerSizesTest {

  private static final int MAX = 2048;
  private static final int CHARACTERS = 3_500;
  private static final Duration LATENCY = Duration.ofSeconds(4);

  private final AnswerSizes sizes = new AnswerSizes(MAX, LATENCY);
  private final Random random = new Random(5);

  @Test
  void nothingIsCutBeforeTheTailIsKnown() {
    for (int i = 0; i < 49; i++) {
      see(Role.STAFF, 100, false);
    }

    assertThat(sizes.maxOutput(Role.STAFF, CHARACTERS)).isEqualTo(MAX);
  }

  @Test
  void shortAnswersReserveLess() {
    for (int i = 0; i < 200; i++) {
      see(Role.STAFF, 300, false);
    }

    assertThat(sizes.maxOutput(Role.STAFF, CHARACTERS)).isEqualTo(375);
    assertThat(sizes.maxOutput(Role.ADMIN, CHARACTERS)).isEqualTo(MAX);
  }

  @Test
  void neverLessThanTheFloorNorMoreThanTheMaximum() {
    for (int i = 0; i < 200; i++) {
      see(Role.STAFF, 3, false);
      see(Role.ADMIN, 2_000, false);
    }

    assertThat(sizes.maxOutput(Role.STAFF, CHARACTERS)).isEqualTo(256);
    assertThat(sizes.maxOutput(Role.ADMIN, CHARACTERS)).isEqualTo(MAX);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.4, 0.6})
  void atMostOneAnswerInAHundredIsCutShort(double spread) {
    assertThat(cutShort(5_000, 300, spread)).isLessThanOrEqualTo(50);
    assertThat(sizes.maxOutput(Role.STAFF, CHARACTERS)).isLessThan(MAX);
  }

  @Test
  void answersThatBecomeLongerAreGivenRoomAgain() {
    cutShort(1_000, 200, 0.3);

    cutShort(100, 600, 0.3);

    assertThat(cutShort(5_000, 600, 0.3)).isLessThanOrEqualTo(50);
  }

  @Test
  void whatACallCostsIsLearned() {
    CallCost before = sizes.cost(Role.STAFF, 3_500, 5, Tempo.REAL);
    assertThat(before.settled()).isEqualTo(1_000 + 5 * 342);

    for (int i = 0; i < 500; i++) {
      sizes.saw(Role.STAFF, 4_000, 1_000, 300, false, LATENCY);
    }

    CallCost after = sizes.cost(Role.STAFF, 4_000, 5, Tempo.REAL);
    assertThat(after.settled()).isBetween(1_000L + 5 * 300, 1_000L + 5 * 305);
    assertThat(after.held()).isZero();
  }

  @Test
  void whatAnAnswerTakesIsExpectedByTheLengthOfItsPrompt() {
    for (int i = 0; i < 50; i++) {
      sizes.saw(Role.STAFF, 2_000, 600, 80, false, LATENCY);
      sizes.saw(Role.STAFF, 30_000, 9_000, 800, false, LATENCY);
    }

    assertThat(output(2_200)).isCloseTo(80, Percentage.withPercentage(30));
    assertThat(output(33_000)).isCloseTo(800, Percentage.withPercentage(10));
    assertThat(output(8_000)).isBetween(300L, 500L);
    assertThat(sizes.maxOutput(Role.STAFF, 2_200)).isEqualTo(256);
    assertThat(sizes.maxOutput(Role.STAFF, 33_000)).isEqualTo(1_000);
    assertThat(sizes.maxOutput(Role.STAFF, 8_000)).isEqualTo(MAX);
  }

  private long output(int characters) {
    long one = sizes.cost(Role.STAFF, characters, 5, Tempo.REAL).settled();
    long other = sizes.cost(Role.STAFF, characters, 6, Tempo.REAL).settled();
    return other - one;
  }

  @Test
  void whatIsReservedInVainIsHeldForTheTimeOfTheCall() {
    CallCost cost = CallCost.of(500, 2_000, 500, 1, Duration.ofSeconds(6), Tempo.REAL);

    assertThat(cost).isEqualTo(new CallCost(1_000, 150, cost.latency()));
  }

  private int cutShort(int answers, double mean, double spread) {
    int cut = 0;
    for (int i = 0; i < answers; i++) {
      double factor = Math.exp(random.nextGaussian() * spread - spread * spread / 2);
      int output = (int) Math.min(MAX, mean * factor);
      int allowed = sizes.maxOutput(Role.STAFF, CHARACTERS);
      cut += output > allowed ? 1 : 0;
      see(Role.STAFF, Math.min(output, allowed), output > allowed);
    }
    return cut;
  }

  private void see(Role role, int output, boolean cutShort) {
    sizes.saw(role, CHARACTERS, 1_000, output, cutShort, LATENCY);
  }
}
