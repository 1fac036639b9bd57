package navigator.bench.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetRunTest {

  private static final FleetCase SMALL = FleetCase.paced(3, 60, 120);

  @Test
  void theSameSeedGivesTheSameRow() {
    assertThat(run(SMALL, 7)).isEqualTo(run(SMALL, 7)).isNotEqualTo(run(SMALL, 8));
  }

  @Test
  void aQuotaIsUsedToTheFullWithHardlyMoreThanAWriteACall() {
    FleetRow row = run(FleetCase.paced(20, 1_200, 6_000), 1);

    assertThat(row.answered()).isEqualTo(1);
    assertThat(row.utilisation().orElseThrow()).isGreaterThan(0.95);
    assertThat(row.drain().orElseThrow()).isBetween(0.95, 1.1);
    assertThat(row.waste()).isLessThan(0.01);
    assertThat(row.writes()).isBetween(1.0, 1.5);
    assertThat(row.throttledWrites()).isZero();
    assertThat(row.alone()).isZero();
  }

  @Test
  void beyondWhatAKeyTakesEnvironmentsPaceSomeCallsAlone() {
    FleetRow row = run(FleetCase.paced(1_000, 90_000, 60_000), 1);

    assertThat(row.answered()).isEqualTo(1);
    assertThat(row.throttledWrites()).isPositive();
    assertThat(row.alone()).isPositive();
    assertThat(row.peakWrites()).isGreaterThan(OneKey.WRITES);
  }

  @Test
  void whileTheTableIsAwayCallsArePacedAlone() {
    FleetRow row = run(FleetCase.troubled(10, 600, 1_800, Trouble.TABLE_AWAY), 1);

    assertThat(row.answered()).isEqualTo(1);
    assertThat(row.alone()).isPositive();
    assertThat(row.throttledWrites()).isZero();
  }

  @Test
  void inAnOutageFewCallsAreMadeAndEverybodyIsAnsweredByTheDeadline() {
    FleetRow row = run(FleetCase.troubled(10, 600, 4_200, Trouble.OUTAGE), 1);

    assertThat(row.answered()).isEqualTo(1);
    assertThat(row.failedCalls()).isBetween(1, 200);
    assertThat(row.utilisation()).isEmpty();
  }

  @Test
  void itTellsHowManyRequestsHaveEnded() {
    List<Integer> told = new ArrayList<>();

    new FleetRun(SMALL, 1).run(told::add);

    assertThat(told).isSorted().hasSizeGreaterThan(2);
    assertThat(told.getLast()).isEqualTo(SMALL.requests());
  }

  private static FleetRow run(FleetCase what, long seed) {
    return new FleetRun(what, seed).run(_ -> {});
  }
}
