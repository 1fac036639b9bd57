package navigator.bench.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import navigator.bench.machine.Machine;
import org.junit.jupiter.api.Test;

class ResultChartTest {

  private static final List<ResultRow> ROWS =
      List.of(
          Rows.row(Scenario.KNOWN, Approach.GOVERNOR, 600),
          Rows.row(Scenario.KNOWN, Approach.FIXED, 600),
          Rows.row(Scenario.KNOWN, Approach.GOVERNOR, 600, 60, OptionalDouble.of(7)));

  @Test
  void theChartHasARowForEachScenario() {
    assertThat(ResultChart.svg(ROWS))
        .contains(">known<", ">known (unscaled)<", ">governor<", ">sdk_adaptive<");
  }

  @Test
  void theTableHasALineForEachRow() {
    var lines = ResultTable.of(ROWS);

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).startsWith("scenario").contains("answered", "busy");
    assertThat(lines.getLast()).startsWith("known (unscaled)  governor").contains("7 s");
  }

  @Test
  void theTableOfASweepHasALineForEachConcurrency() {
    var trial =
        new Sweep.Trial(
            4, false, Rows.measures(2.5, 0, OptionalDouble.empty()), new Machine(0.9, 1));

    assertThat(ResultTable.of(new Sweep(List.of(trial))).getLast()).contains("4", ">2.50", "void");
  }
}
