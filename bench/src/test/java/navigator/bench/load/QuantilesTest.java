package navigator.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  private static final Quantiles SIZES = Quantiles.of(10, 100, 1_000, 2_000, 3_000);

  @Test
  void theGivenQuantilesAreMetExactly() {
    assertThat(SIZES.at(0)).isEqualTo(10);
    assertThat(SIZES.at(0.5)).isEqualTo(100);
    assertThat(SIZES.at(0.9)).isEqualTo(1_000);
    assertThat(SIZES.at(0.99)).isEqualTo(2_000);
    assertThat(SIZES.at(1)).isEqualTo(3_000);
  }

  @Test
  void betweenTwoTheLogarithmIsUniform() {
    assertThat(SIZES.at(0.25)).isEqualTo((int) Math.round(Math.sqrt(10 * 100)));
  }

  @Test
  void sharesBeyondOneAndGapsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> SIZES.at(1.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quantiles(List.of(new Quantiles.Point(0.5, 1))));
  }
}
