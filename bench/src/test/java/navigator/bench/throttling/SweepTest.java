package navigator.bench.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import navigator.bench.machine.Machine;
import navigator.bench.measure.Measures;
import navigator.bench.throttling.Sweep.Trial;
import org.junit.jupiter.api.Test;

class SweepTest {

  @Test
  void theQuickestIsBestAndOfThoseThatAreAsQuickTheOneThatWastesLeast() {
    var sweep =
        new Sweep(
            List.of(trial(3, 1.5, 0), trial(4, 1.21, 0.02), trial(5, 1.2, 0.3), trial(6, 1.3, 0)));

    assertThat(sweep.best()).isEqualTo(4);
  }

  @Test
  void theBestIsFoundInTheRowsThatWereWritten() {
    var sweep = new Sweep(List.of(trial(1, 2.5, 0), trial(2, 1.2, 0.1)));

    assertThat(Sweep.best(List.copyOf(sweep.json()))).isEqualTo(2);
    assertThat(Sweep.best(List.of())).isZero();
  }

  @Test
  void whoDidNotAnswerAllIsNotBest() {
    var quick = new Measures(0.9, 0, 0.9, 0, 1, 1, 1, 1, 0, 1, OptionalDouble.empty());
    var sweep =
        new Sweep(List.of(new Trial(1, false, quick, new Machine(0.5, 1)), trial(2, 1.4, 0.2)));

    assertThat(sweep.best()).isEqualTo(2);
  }

  @Test
  void whatABusyMachineMeasuredIsBestOnlyIfNothingElseWasMeasured() {
    var busy = new Trial(6, true, Rows.measures(1.1, 0, OptionalDouble.empty()), new Machine(1, 1));

    assertThat(new Sweep(List.of(trial(4, 1.2, 0), busy)).best()).isEqualTo(4);
    assertThat(new Sweep(List.of(busy)).best()).isEqualTo(6);
  }

  @Test
  void nothingHasNoBest() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Sweep(List.of()));
  }

  private static Trial trial(int concurrency, double drain, double waste) {
    var measures = Rows.measures(drain, waste, OptionalDouble.empty());
    return new Trial(concurrency, true, measures, new Machine(0.5, 1));
  }
}
