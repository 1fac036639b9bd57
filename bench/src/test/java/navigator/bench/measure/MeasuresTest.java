package navigator.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import navigator.bench.load.Course;
import navigator.bench.load.Offered;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Four requests of 100 tokens each, at once, against 10 tokens a second with 100 at the start: at
 * best they begin at 0, 10, 20 and 30, and the last is answered at 34.
 */
class MeasuresTest {

  private static final Offset<Double> NEARLY = within(1e-9);

  @Test
  void whatGoesAsWellAsItCanMeasuresOne() {
    var measures = Measures.of(run(new Counts(4, 0, 4, 4, 0), 34, true, CallLines.ideal()));

    assertThat(measures.answered()).isEqualTo(1);
    assertThat(measures.falseDeadLetters()).isZero();
    assertThat(measures.waste()).isZero();
    assertThat(measures.drain()).isEqualTo(1, NEARLY);
    assertThat(measures.tail()).isEqualTo(1, NEARLY);
    assertThat(measures.receives()).isEqualTo(1);
    assertThat(measures.quotaWrites()).isEqualTo(1);
    assertThat(measures.paidCalls()).isEqualTo(1);
    assertThat(measures.recovery()).isEmpty();
    // 400 tokens in the 30 seconds from the first call to the last: the burst comes on top.
    assertThat(measures.utilisation()).isEqualTo(400 / 300.0, NEARLY);
  }

  @Test
  void rejectedFailedAndRepeatedCallsAreSeen() {
    var measures =
        Measures.of(
            run(
                new Counts(3, 1, 10, 0, 0),
                90,
                true,
                List.of(
                    CallLines.answered("q0", 0, 4),
                    CallLines.rejected("q1", 0),
                    CallLines.rejected("q2", 0),
                    CallLines.failed("q1", 5),
                    CallLines.answered("q1", 20, 24),
                    CallLines.answered("q1", 30, 34),
                    CallLines.answered("q2", 60, 68))));

    assertThat(measures.answered()).isEqualTo(0.75);
    assertThat(measures.falseDeadLetters()).isEqualTo(0.25);
    assertThat(measures.waste()).isEqualTo(2 / 7.0, NEARLY);
    assertThat(measures.utilisation()).isEqualTo(400 / 600.0, NEARLY);
    assertThat(measures.drain()).isEqualTo(68 / 34.0, NEARLY);
    assertThat(measures.receives()).isEqualTo(2.5);
    assertThat(measures.paidCalls()).isEqualTo(4 / 3.0, NEARLY);
    // The one that nobody answered waited to the end.
    assertThat(measures.tail()).isEqualTo(90 / 30.0, NEARLY);
  }

  @Test
  void aQueueThatWasNotEmptyCountsToTheEnd() {
    var calls = List.of(CallLines.answered("q0", 0, 4));

    assertThat(Measures.of(run(new Counts(1, 0, 1, 1, 0), 136, false, calls)).drain())
        .isEqualTo(4, NEARLY);
  }

  @Test
  void nothingAtAllIsMeasuredToo() {
    var measures = Measures.of(run(new Counts(0, 0, 0, 0, 0), 136, false, List.of()));

    assertThat(measures.answered()).isZero();
    assertThat(measures.utilisation()).isZero();
    assertThat(measures.waste()).isZero();
    assertThat(measures.fairness()).isZero();
  }

  @Test
  void aPercentileIsOneOfTheValues() {
    var values = List.of(5.0, 1.0, 4.0, 2.0, 3.0);

    assertThat(Measures.percentile(values, 0.99)).isEqualTo(5);
    assertThat(Measures.percentile(values, 0.5)).isEqualTo(3);
    assertThat(Measures.percentile(List.of(), 0.5)).isZero();
  }

  @Test
  void theSlowestOfSomeTenantsIsOfTheirsAlone() {
    var run = run(new Counts(4, 0, 4, 4, 0), 34, true, CallLines.ideal());

    assertThat(Measures.slowest(run, tenant -> tenant.equals("a"))).isEqualTo(20);
    assertThat(Measures.slowest(run, tenant -> tenant.equals("b"))).isEqualTo(30);
  }

  private static Run run(Counts counts, double endedAt, boolean drained, List<LoggedCall> calls) {
    var load =
        List.of(
            new Offered(0, 0, "a", 50, 10),
            new Offered(1, 0, "b", 50, 10),
            new Offered(2, 0, "a", 50, 10),
            new Offered(3, 0, "b", 50, 10));
    return new Run(
        load,
        List.of("q0", "q1", "q2", "q3"),
        new Supply(600, 100, Course.QUIET),
        4,
        new RunLog(calls),
        counts,
        endedAt,
        drained);
  }
}
