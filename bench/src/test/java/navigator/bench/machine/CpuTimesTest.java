package navigator.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimesTest {

  @Test
  void waitingForDisksIsIdleAndGuestsAreNotCountedTwice() {
    var times = CpuTimes.parse("cpu  100 5 50 800 45 0 3 2 90 7");

    assertThat(times.busy()).isEqualTo(160);
    assertThat(times.idle()).isEqualTo(845);
  }

  @Test
  void theShareIsOfTheTimeInBetween() {
    var before = new CpuTimes(100, 300);

    assertThat(new CpuTimes(190, 310).shareSince(before)).isEqualTo(0.9);
    assertThat(before.shareSince(before)).isZero();
  }

  @Test
  void aMachineIsTooBusyAboveEightyFivePercent() {
    assertThat(new Machine(0.85, 0).isTooBusy()).isFalse();
    assertThat(new Machine(0.86, 0).isTooBusy()).isTrue();
  }
}
