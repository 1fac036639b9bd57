package navigator.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import navigator.bench.load.Course;
import navigator.bench.load.Course.Phase;
import org.junit.jupiter.api.Test;

class SupplyTest {

  private static final Supply HALVED =
      new Supply(600, 50, Course.then(new Phase(10, 0.5, 0, 1), new Phase(20, 1, 0.4, 1)));

  @Test
  void eachPhaseGivesItsPart() {
    assertThat(HALVED.between(0, 10)).isEqualTo(100);
    assertThat(HALVED.between(5, 15)).isEqualTo(50 + 25);
    assertThat(HALVED.between(0, 30)).isEqualTo(100 + 50 + 60);
    assertThat(HALVED.rate(25)).isEqualTo(6);
  }

  @Test
  void whenIsTheInverse() {
    assertThat(HALVED.when(0, 100)).isEqualTo(10);
    assertThat(HALVED.when(5, 75)).isEqualTo(15);
    assertThat(HALVED.when(0, 210)).isEqualTo(30);
    assertThat(HALVED.when(25, 0)).isEqualTo(25);
  }
}
