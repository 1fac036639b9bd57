package navigator.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayTermsTest {

  @Test
  void aShareIsOneThatATableTakes() {
    assertThat(terms(1e-200).stopShare()).isZero();
    assertThat(terms(0.25).stopShare()).isEqualTo(0.25);
  }

  private static ReplayTerms terms(double stopShare) {
    return new ReplayTerms(60, 10, 5, stopShare, Duration.ofHours(1));
  }
}
