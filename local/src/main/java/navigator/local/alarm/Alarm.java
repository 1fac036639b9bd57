package navigator.local.alarm;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * An alarm of the template. It is raised by so many periods in a row whose value is at the
 * threshold or above.
 *
 * @param watched at least one metric, all over the same period
 * @param formula of their ids
 * @param periods how many have to breach
 * @param silenceBreaches whether a period without a value does
 */
public record Alarm(
    String name,
    List<Watched> watched,
    String formula,
    double threshold,
    int periods,
    boolean silenceBreaches) {

  public Alarm {
    watched = List.copyOf(watched);
    if (watched.isEmpty() || periods < 1) {
      throw new IllegalArgumentException(
          "The alarm %s needs a metric and a period".formatted(name));
    }
  }

  /** How long a period takes. */
  public Duration period() {
    return watched.getFirst().period();
  }

  /** How long it takes to be raised. */
  public Duration patience() {
    return period().multipliedBy(periods);
  }

  /** How it stands then, by what the functions wrote. */
  public AlarmReading at(Instant now, MetricLines lines) {
    List<MetricPoint> points = lines.points();
    boolean all =
        IntStream.range(0, periods)
            .allMatch(back -> breaches(value(points, now.minus(period().multipliedBy(back)))));
    OptionalDouble latest = value(points, now);
    AlarmState ifNotAll = breaches(latest) ? AlarmState.BREACHING : AlarmState.OK;
    return new AlarmReading(this, latest, all ? AlarmState.ALARM : ifNotAll);
  }

  private OptionalDouble value(List<MetricPoint> points, Instant end) {
    return Formula.value(
        formula, watched.stream().collect(toMap(Watched::id, one -> one.value(points, end))));
  }

  private boolean breaches(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() >= threshold : silenceBreaches;
  }
}
