package navigator.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import navigator.bench.load.Course;
import navigator.bench.load.Offered;
import org.junit.jupiter.api.Test;

class FairnessTest {

  @Test
  void jainsIndexIsOneForEqualsAndTheNumberOfThemInverseForOneAlone() {
    assertThat(Fairness.jain(List.of(0.3, 0.3, 0.3))).isEqualTo(1, within(1e-9));
    assertThat(Fairness.jain(List.of(1.0, 0.0, 0.0, 0.0))).isEqualTo(0.25, within(1e-9));
    assertThat(Fairness.jain(List.of(1.0, 0.5))).isEqualTo(2.25 / 2.5, within(1e-9));
    assertThat(Fairness.jain(List.of(0.0))).isZero();
  }

  @Test
  void whoAsksForLittleGetsItAndTheOthersShareTheRest() {
    assertThat(Fairness.shares(Map.of("a", 10.0, "b", 100.0, "c", 100.0), 90))
        .isEqualTo(Map.of("a", 10.0, "b", 40.0, "c", 40.0));
    assertThat(Fairness.shares(Map.of("a", 10.0, "b", 20.0), 90))
        .isEqualTo(Map.of("a", 10.0, "b", 20.0));
  }

  @Test
  void aQueueInWhichOneIsFirstIsUnfairAndTurnsAreFair() {
    assertThat(Fairness.of(run(List.of(0, 1, 2, 3, 4, 5, 6, 7)))).isEqualTo(0.5, within(0.01));
    assertThat(Fairness.of(run(List.of(0, 4, 1, 5, 2, 6, 3, 7)))).isEqualTo(1, within(0.04));
  }

  // Two tenants with four requests each, all there at the start, called in some order.
  private static Run run(List<Integer> order) {
    List<Offered> load = new ArrayList<>();
    List<String> questions = new ArrayList<>();
    List<LoggedCall> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      load.add(new Offered(i, 0, i < 4 ? "first" : "second", 50, 10));
      questions.add("q" + i);
      calls.add(CallLines.answered("q" + order.get(i), 10.0 * i, 10.0 * i + 4));
    }
    var supply = new Supply(600, 100, Course.QUIET);
    return new Run(
        load, questions, supply, 4, new RunLog(calls), new Counts(8, 0, 8, 8, 0), 74, true);
  }
}
