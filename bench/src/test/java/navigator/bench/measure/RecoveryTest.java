package navigator.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import navigator.bench.load.Course;
import navigator.bench.load.Course.Phase;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  private static final Course HALVED = Course.then(new Phase(300, 0.5, 0, 1));
  private static final Course DOUBLED = Course.then(new Phase(300, 2, 0, 1));

  @Test
  void withoutAChangeThereIsNone() {
    assertThat(Recovery.of(run(Course.QUIET, CallLines.every(10, 60)))).isEmpty();
    assertThat(Recovery.of(run(HALVED, List.of()))).isEmpty();
    assertThat(Recovery.of(run(HALVED, CallLines.every(10, 20)))).isEmpty();
  }

  @Test
  void whoGoesOnWithWhatIsLeftHasRecoveredAtOnce() {
    var calls = calls(300, 10, 0, 20);

    assertThat(Recovery.of(run(HALVED, calls)).orElseThrow()).isZero();
  }

  @Test
  void aPauseAfterTheChangeIsTheRecovery() {
    var calls = calls(300, 10, 45, 20);

    // The first minute with three calls, at 345, 365 and 385, begins at 326.
    assertThat(Recovery.of(run(HALVED, calls)).orElseThrow()).isEqualTo(26);
  }

  @Test
  void aQuotaThatIsNeverUsedCountsToTheLastCall() {
    var calls = calls(300, 10, 0, 10);

    assertThat(Recovery.of(run(DOUBLED, calls)).orElseThrow())
        .isEqualTo(calls.getLast().at() - 300, within(1e-9));
  }

  // One call every so many seconds before the change, and after a pause every so many others.
  private static List<LoggedCall> calls(int change, int before, int pause, int after) {
    List<LoggedCall> calls = new ArrayList<>();
    for (int at = 0; at < change; at += before) {
      calls.add(CallLines.answered("q" + at, at, at + 4));
    }
    for (int at = change + pause; at < 3 * change; at += after) {
      calls.add(CallLines.answered("q" + at, at, at + 4));
    }
    return calls;
  }

  private static Run run(Course course, List<LoggedCall> calls) {
    var supply = new Supply(600, 100, course);
    return new Run(
        List.of(), List.of(), supply, 4, new RunLog(calls), new Counts(1, 0, 1, 1, 0), 900, true);
  }
}
