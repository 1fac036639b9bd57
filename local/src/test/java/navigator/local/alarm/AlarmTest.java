package navigator.local.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Duration PERIOD = Duration.ofMinutes(5);

  private final MetricLines lines = new MetricLines();

  private static Alarm alarm(String statistic, double threshold, int periods, boolean silence) {
    var watched = new Watched("m1", "N", "M", Map.of("Reason", "down"), PERIOD, statistic);
    return new Alarm("down", List.of(watched), "m1", threshold, periods, silence);
  }

  private void count(Duration before, int value, String reason) {
    lines.line(
        "f",
        """
        {"M":%d,"Reason":"%s","_aws":{"Timestamp":%d,"CloudWatchMetrics":[{"Namespace":"N",
         "Dimensions":[[],["Reason"]],"Metrics":[{"Name":"M"}]}]}}
        """
            .formatted(value, reason, NOW.minus(before).toEpochMilli()));
  }

  @Test
  void oneBreachingPeriodRaisesAnAlarmThatNeedsOne() {
    count(Duration.ofMinutes(1), 2, "down");
    count(Duration.ofMinutes(2), 3, "down");

    var reading = alarm("Sum", 5, 1, false).at(NOW, lines);

    assertThat(reading.value()).hasValue(5);
    assertThat(reading.state()).isEqualTo(AlarmState.ALARM);
    assertThat(alarm("Sum", 6, 1, false).at(NOW, lines).state()).isEqualTo(AlarmState.OK);
  }

  @Test
  void anAlarmThatNeedsTwoIsRaisedByTwoInARow() {
    var alarm = alarm("Sum", 1, 2, false);
    count(Duration.ofMinutes(1), 1, "down");
    assertThat(alarm.at(NOW, lines).state()).isEqualTo(AlarmState.BREACHING);

    count(Duration.ofMinutes(6), 1, "down");
    assertThat(alarm.at(NOW, lines).state()).isEqualTo(AlarmState.ALARM);
    assertThat(alarm.patience()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void whatIsOverRaisesNothing() {
    count(Duration.ofMinutes(6), 9, "down");

    var reading = alarm("Sum", 1, 2, false).at(NOW, lines);

    assertThat(reading.value()).isEmpty();
    assertThat(reading.state()).isEqualTo(AlarmState.OK);
  }

  @Test
  void anotherReasonIsNotCounted() {
    count(Duration.ofMinutes(1), 9, "quota");

    assertThat(alarm("Sum", 1, 1, false).at(NOW, lines).state()).isEqualTo(AlarmState.OK);
  }

  @Test
  void silenceRaisesOnlyAnAlarmThatTakesItForTrouble() {
    assertThat(alarm("Maximum", 1, 3, true).at(NOW, lines).state()).isEqualTo(AlarmState.ALARM);
    assertThat(alarm("Maximum", 1, 3, false).at(NOW, lines).state()).isEqualTo(AlarmState.OK);
  }

  @ParameterizedTest
  @CsvSource({"Sum, 22", "Average, 5.5", "Maximum, 10", "Minimum, 1", "p50, 1", "p99, 10"})
  void aPeriodComesToItsStatistic(String statistic, double value) {
    count(Duration.ofMinutes(1), 10, "down");
    count(Duration.ofMinutes(1), 1, "down");
    count(Duration.ofMinutes(1), 1, "down");
    count(Duration.ofMinutes(1), 10, "down");

    assertThat(alarm(statistic, 1, 1, false).at(NOW, lines).value()).hasValue(value);
  }

  @Test
  void aStatisticThatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> alarm("TM(10%:90%)", 1, 1, false)).hasMessageContaining("TM(10%:90%)");
  }
}
