package navigator.local.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeededChanceTest {
  private static final FoundationModel MODEL =
      FoundationModel.find("us.anthropic.claude-sonnet-4-6").orElseThrow();

  private static Prompt prompt(String question) {
    return new Prompt("m", MODEL, "", List.of(new Prompt.Message("user", question)), 100);
  }

  private static List<Long> draws(Chance chance, String... questions) {
    return Stream.of(questions).map(q -> chance.of(prompt(q)).nextLong()).toList();
  }

  @Test
  void theChanceOfACallDoesNotDependOnOtherCalls() {
    var alone = draws(new Chance(1), "a");
    var amongOthers = draws(new Chance(1), "b", "c", "a");

    assertThat(amongOthers.getLast()).isEqualTo(alone.getFirst());
  }

  @Test
  void aRepeatedRequestHasChanceOfItsOwn() {
    var first = draws(new Chance(1), "a", "a");

    assertThat(first.get(0)).isNotEqualTo(first.get(1));
    assertThat(draws(new Chance(1), "a", "a")).isEqualTo(first);
    assertThat(draws(new Chance(2), "a", "a")).isNotEqualTo(first);
  }

  @Test
  void faultsStrikeAtTheirRates() {
    var rates =
        new FaultRates(
            List.of(
                new FaultRates.Rate(new Fault.Refused(BedrockError.SERVICE_UNAVAILABLE), 0.2),
                new FaultRates.Rate(new Fault.Empty(), 0.5)));
    var random = new SplittableRandom(3);

    var drawn =
        IntStream.range(0, 10_000)
            .mapToObj(i -> rates.draw(random))
            .flatMap(Optional::stream)
            .toList();

    assertThat(drawn.stream().filter(Fault.Refused.class::isInstance).count())
        .isBetween(1_900L, 2_100L);
    assertThat(drawn.stream().filter(Fault.Empty.class::isInstance).count())
        .isBetween(3_850L, 4_150L);
  }

  @Test
  void aProbabilityIsBetweenZeroAndOne() {
    assertThatThrownBy(() -> new FaultRates.Rate(new Fault.Empty(), 1.1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void latencyIsTheFirstTokenAndTheOutputAtItsSpeedWithinTheSpread() {
    var steady = new Latency(Duration.ofMillis(500), 100, 0, Duration.ZERO);
    var jittered = new Latency(Duration.ofMillis(500), 100, 0.5, Duration.ZERO);
    var random = new SplittableRandom(4);

    assertThat(steady.of(50, random)).isEqualTo(Duration.ofSeconds(1));
    assertThat(IntStream.range(0, 100).mapToObj(i -> jittered.of(50, random)))
        .allSatisfy(d -> assertThat(d).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_500)))
        .anySatisfy(d -> assertThat(d).isLessThan(Duration.ofMillis(900)))
        .anySatisfy(d -> assertThat(d).isGreaterThan(Duration.ofMillis(1_100)));
    assertThat(Latency.NONE.of(50, random)).isZero();
  }
}
