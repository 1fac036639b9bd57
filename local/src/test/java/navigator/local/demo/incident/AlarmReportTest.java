package navigator.local.demo.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import navigator.local.alarm.Alarm;
import navigator.local.alarm.AlarmReading;
import navigator.local.alarm.AlarmState;
import navigator.local.alarm.Watched;
import navigator.local.terminal.Ink;
import org.junit.jupiter.api.Test;

class AlarmReportTest {

  private final StringWriter written = new StringWriter();

  private void print(AlarmReading... readings) {
    new AlarmReport(new PrintWriter(written, true), new Ink(false)).print(List.of(readings));
  }

  private static AlarmReading reading(
      String name, OptionalDouble value, double threshold, int periods, AlarmState state) {
    var watched = new Watched("m1", "N", "M", Map.of(), Duration.ofMinutes(5), "Sum");
    var alarm =
        new Alarm("learning-navigator-" + name, List.of(watched), "m1", threshold, periods, false);
    return new AlarmReading(alarm, value, state);
  }

  @Test
  void whatIsRaisedIsToldWithItsValueAndThreshold() {
    print(
        reading("dead-letter-rate", OptionalDouble.of(80.6451), 5, 1, AlarmState.ALARM),
        reading("model-down", OptionalDouble.of(24), 0.5, 2, AlarmState.BREACHING));

    assertThat(written.toString())
        .containsPattern("learning-navigator-dead-letter-rate +80.65 +5 +ALARM\n")
        .containsPattern("learning-navigator-model-down +24 +0.5 +ALARM after 10 min of it\n");
  }

  @Test
  void whatIsQuietIsNamedAndNotMore() {
    print(
        reading("faults", OptionalDouble.empty(), 1, 3, AlarmState.OK),
        reading("overdue", OptionalDouble.of(0), 120, 3, AlarmState.OK));

    assertThat(written.toString()).contains("quiet: faults, overdue").doesNotContain("ALARM");
  }

  @Test
  void everyLineFitsAHundredColumns() {
    var quiet = reading("a-rather-long-name", OptionalDouble.empty(), 1, 3, AlarmState.OK);
    print(quiet, quiet, quiet, quiet, quiet, quiet, quiet);

    assertThat(written.toString().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }
}
