package navigator.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import navigator.bench.load.Pace;
import navigator.local.bedrock.QuotaEntry;
import navigator.local.bedrock.QuotaEntry.Kind;
import org.junit.jupiter.api.Test;

class RunLogTest {

  private static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");
  private static final Pace SIXFOLD = new Pace(Duration.ofSeconds(10));

  @Test
  void aCallIsItsAdmissionAndItsSettlement() {
    var log =
        RunLog.of(
            List.of(
                entry(1_000, Kind.ADMITTED, "c1", "q1", 0, ""),
                entry(1_250, Kind.REJECTED, "c2", "q2", 0, "TOKENS"),
                entry(1_500, Kind.SETTLED, "c1", "q1", 700, "end_turn"),
                entry(1_750, Kind.ADMITTED, "c3", "q2", 0, "")),
            ZERO,
            SIXFOLD);

    assertThat(log.calls())
        .containsExactly(
            new LoggedCall("q1", 6, Kind.ADMITTED, 9, 700, "end_turn"),
            new LoggedCall("q2", 7.5, Kind.REJECTED, 7.5, 0, ""),
            new LoggedCall("q2", 10.5, Kind.ADMITTED, 10.5, 0, ""));
    assertThat(log.firstCall()).isEqualTo(6);
    assertThat(log.lastAnswer()).isEqualTo(9);
    assertThat(log.begun()).containsOnlyKeys("q1").containsEntry("q1", 6.0);
  }

  @Test
  void aCallThatWasBrokenOffIsNoAnswer() {
    var log =
        RunLog.of(
            List.of(
                entry(1_000, Kind.ADMITTED, "c1", "q1", 0, ""),
                entry(1_500, Kind.SETTLED, "c1", "q1", 70, "stopped")),
            ZERO,
            SIXFOLD);

    assertThat(log.admitted()).hasSize(1);
    assertThat(log.begun()).isEmpty();
    assertThat(log.lastAnswer()).isZero();
  }

  private static QuotaEntry entry(
      long millis, Kind kind, String call, String question, long settled, String outcome) {
    return new QuotaEntry(
        ZERO.plusMillis(millis), kind, call, "m", "", question, 800, 0.0, settled, outcome, 0);
  }
}
