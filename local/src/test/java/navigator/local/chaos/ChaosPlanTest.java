package navigator.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {

  private static ModelFaults faults(long seed) {
    return new ModelFaults(new ChaosPlan(seed, 1, Duration.ofMinutes(1)), new Injected());
  }

  private static List<Optional<navigator.local.bedrock.Fault>> fates(ModelFaults faults) {
    return IntStream.range(0, 300).mapToObj(i -> faults.faultOf("question " + i)).toList();
  }

  @Test
  void sameSeedGivesEveryQuestionTheSameFate() {
    assertThat(fates(faults(1))).isEqualTo(fates(faults(1)));
  }

  @Test
  void anotherSeedGivesOtherFates() {
    assertThat(fates(faults(1))).isNotEqualTo(fates(faults(2)));
  }

  @Test
  void mostQuestionsMeetNoFault() {
    assertThat(fates(faults(1)).stream().filter(Optional::isEmpty).count()).isGreaterThan(180);
  }
}
