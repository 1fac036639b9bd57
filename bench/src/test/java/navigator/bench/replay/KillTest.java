package navigator.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

class KillTest {

  private static final ReplaySizes SIZES = new ReplaySizes(1_000, 20);

  @Test
  void theSameSeedGivesTheSameMoments() {
    assertThat(Kill.plan(SIZES, 3))
        .isEqualTo(Kill.plan(SIZES, 3))
        .isNotEqualTo(Kill.plan(SIZES, 4));
  }

  @Test
  void momentsAreInOrderAndBeforeTheEnd() {
    var kills = Kill.plan(SIZES, 5);

    assertThat(kills).hasSize(20).isSortedAccordingTo(Comparator.comparingLong(Kill::steps));
    assertThat(kills).allMatch(kill -> kill.steps() >= 1 && kill.steps() < 3_000);
    assertThat(kills.getLast().steps()).isGreaterThan(1_000);
  }

  @Test
  void oneRequestLeavesRoomForAKill() {
    assertThat(Kill.plan(new ReplaySizes(1, 1), 1)).hasSize(1);
  }
}
