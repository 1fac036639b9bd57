package navigator.bench.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import navigator.bench.load.Pace;
import navigator.bench.report.ResultFile;
import org.junit.jupiter.api.Test;

class StageTest {

  private static final Pace SIXFOLD = new Pace(Duration.ofSeconds(10));

  @Test
  void theWholeIsEveryScenarioWithEverybodyAndTheFirstUnscaled() {
    var stages = Stage.full(SIXFOLD);

    assertThat(stages.stream().filter(stage -> stage.pace().equals(SIXFOLD)))
        .extracting(Stage::scenario)
        .containsExactly(Scenario.values());
    assertThat(stages.getLast())
        .isEqualTo(
            new Stage(
                Scenario.KNOWN, List.of(Approach.GOVERNOR, Approach.SDK_ADAPTIVE), Pace.REAL));
    assertThat(Stage.full(Pace.REAL)).hasSize(Scenario.values().length);
  }

  @Test
  void theQuickRunIsTheFirstForAllAndTwoForOurs() {
    assertThat(Stage.quick(SIXFOLD))
        .extracting(Stage::scenario)
        .containsExactly(Scenario.KNOWN, Scenario.UNKNOWN, Scenario.LATENCY_X4);
    assertThat(Stage.quick(SIXFOLD))
        .extracting(stage -> stage.approaches().size())
        .containsExactly(5, 1, 1);
  }

  @Test
  void oursHasTheMachineForItselfUnlessTimeIsAwss() {
    assertThat(new Stage(Scenario.STEP, List.of(Approach.values()), SIXFOLD).groups())
        .startsWith(List.of(Approach.GOVERNOR))
        .hasSize(2)
        .flatExtracting(group -> group)
        .containsExactlyInAnyOrder(Approach.values());
    assertThat(Stage.full(SIXFOLD).getLast().groups())
        .containsExactly(List.of(Approach.GOVERNOR, Approach.SDK_ADAPTIVE));
  }

  @Test
  void whoIsNotMeasuredIsInNoGroup() {
    assertThat(new Stage(Scenario.STEP, List.of(Approach.FIXED), SIXFOLD).groups())
        .containsExactly(List.of(Approach.FIXED));
  }

  @Test
  void aRunThatWasStoppedKeepsWhatItMeasured() {
    List<ResultRow> begun = new ArrayList<>(rows(Scenario.KNOWN, 600));
    begun.addAll(rows(Scenario.UNKNOWN, 600).subList(0, 4));

    assertThat(runs(600, 1).full().kept(begun)).isEqualTo(begun);
  }

  @Test
  void whoIsNotInAStageIsNotTakenUpForIt() {
    var adaptive = Rows.row(Scenario.UNKNOWN, Approach.SDK_ADAPTIVE, 200);
    var ours = Rows.row(Scenario.UNKNOWN, Approach.GOVERNOR, 200);

    assertThat(runs(200, 1).quick().kept(List.of(adaptive, ours))).containsExactly(ours);
  }

  @Test
  void theUnscaledFirstScenarioIsAnotherStage() {
    var unscaled = Rows.row(Scenario.KNOWN, Approach.GOVERNOR, 600, 60, OptionalDouble.empty());
    var adaptive = Rows.row(Scenario.KNOWN, Approach.SDK_ADAPTIVE, 600, 60, OptionalDouble.empty());

    assertThat(runs(600, 1).full().kept(List.of(unscaled, adaptive)))
        .containsExactly(unscaled, adaptive);
  }

  @Test
  void resultsOfAnotherRunAreNotTakenUp() {
    var begun = rows(Scenario.KNOWN, 600);

    assertThat(runs(200, 1).full().kept(begun)).isEmpty();
    assertThat(runs(600, 2).full().kept(begun)).isEmpty();
    assertThat(runs(600, 1).only(Scenario.STEP, List.of()).kept(begun)).isEmpty();
  }

  @Test
  void onlyTheWholeLooksForAConcurrency() {
    assertThat(runs(600, 1).full().sweeps()).isTrue();
    assertThat(runs(600, 1).quick().sweeps()).isFalse();
    assertThat(runs(600, 1).only(Scenario.STEP, List.of()).sweeps()).isFalse();
  }

  private static List<ResultRow> rows(Scenario scenario, int requests) {
    return Arrays.stream(Approach.values())
        .map(approach -> Rows.row(scenario, approach, requests))
        .toList();
  }

  private static ThrottlingRuns runs(int requests, long seed) {
    var nowhere = Path.of("nowhere");
    return new ThrottlingRuns(
        requests,
        seed,
        List.of(),
        1,
        SIXFOLD,
        nowhere,
        nowhere,
        new ResultFile(nowhere),
        new ResultFile(nowhere));
  }
}
