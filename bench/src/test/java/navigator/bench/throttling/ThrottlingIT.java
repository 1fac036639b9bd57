package navigator.bench.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import navigator.bench.load.Course;
import navigator.bench.load.Offered;
import navigator.bench.load.Pace;
import navigator.bench.measure.LoggedCall;
import navigator.bench.measure.Measures;
import navigator.bench.measure.Run;
import navigator.bench.stack.Fleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker and a rival answer a few requests beside each other, with real processes. */
class ThrottlingIT {

  private static final Path ASSEMBLY = Path.of("../infra/target/cdk.out");
  private static final int REQUESTS = 6;
  private static final int INPUT = 900;
  private static final int OUTPUT = 100;

  @TempDir private Path scratch;

  @Test
  void everyRequestIsAnsweredOnceAtTheCostThatWasPlanned() throws Exception {
    var fleets = List.of(new Fleet(1, 10));
    var contenders =
        List.of(
            new Contender("governor", Approach.GOVERNOR, fleets),
            new Contender("legacy", Approach.SDK_LEGACY, fleets));

    var runs =
        new ScenarioRun(
                plan(), contenders, new Pace(Duration.ofSeconds(10)), 1, ASSEMBLY, scratch, 50)
            .run((_, _) -> {})
            .runs();

    assertThat(runs).hasSize(2).allMatch(Run::drained);
    for (var run : runs) {
      var measures = Measures.of(run);
      assertThat(measures.answered()).isEqualTo(1);
      assertThat(measures.falseDeadLetters()).isZero();
      assertThat(measures.receives()).isGreaterThanOrEqualTo(1);
      assertThat(run.log().admitted())
          .extracting(LoggedCall::cost)
          .containsOnly((long) INPUT + Offered.BURNDOWN * OUTPUT);
      assertThat(run.log().begun()).containsOnlyKeys(run.questions());
    }
    assertThat(runs.getFirst().counts().quotaWrites()).isGreaterThanOrEqualTo(REQUESTS);
    assertThat(runs.getLast().counts().quotaWrites()).isZero();
  }

  // Two at once, and four within the minute.
  private static ScenarioPlan plan() {
    List<Offered> load = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      load.add(new Offered(i, i < 2 ? 0 : 1, "tenant", INPUT, OUTPUT));
    }
    return new ScenarioPlan(Scenario.KNOWN, load, 60_000, true, Course.QUIET);
  }
}
