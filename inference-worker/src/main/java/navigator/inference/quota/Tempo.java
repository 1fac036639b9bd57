package navigator.inference.quota;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;

/**
 * The governor's times, in microseconds, all in proportion to the quota's minute, so that a
 * benchmark can shorten them together.
 *
 * @param minute what a quota is counted over
 */
public record Tempo(Duration minute) {

  /** As on Bedrock. */
  public static final Tempo REAL = new Tempo(Duration.ofMinutes(1));

  private static final int MAX_DOUBLINGS = 10;

  /** After so many failed probes nobody expects a quota soon: it may be zero. */
  private static final long HOPELESS = 12;

  /** As the environment says. */
  public static Tempo of(Settings settings) {
    return new Tempo(
        settings.duration(Variable.QUOTA_MINUTE, Duration.ofSeconds(1), Duration.ofHours(1)));
  }

  /** A duration at this tempo. */
  public Duration of(Duration real) {
    return minute.equals(REAL.minute)
        ? real
        : Duration.ofNanos(
            (long) (real.toNanos() * ((double) minute.toNanos() / REAL.minute.toNanos())));
  }

  /** How long a slot is waited for by whom others go before: only if hardly anybody waits. */
  Duration yielding() {
    return Duration.of(fresh(), ChronoUnit.MICROS);
  }

  /**
   * How long it is waited for by those who come back after others: the shorter, the sooner others
   * are found behind them, and the more often none is near. At seven hardly any is left unused.
   */
  Duration yieldingAgain() {
    return Duration.of(seconds(7), ChronoUnit.MICROS);
  }

  long micros() {
    return minute.toNanos() / 1_000;
  }

  /** How long a start takes to grow by half. */
  long step() {
    return seconds(10);
  }

  /** Between two marks. */
  long mark() {
    return seconds(30);
  }

  /** How long a slot may be held, and a state believed, without a look at the item. */
  long fresh() {
    return seconds(1);
  }

  /** Over how long those who are sent away are spread. */
  long round() {
    return seconds(120);
  }

  /** The same of those who let others go first. */
  long yieldedRound() {
    return seconds(300);
  }

  /** How long a pace is kept without the table. */
  long alone() {
    return seconds(60);
  }

  /** Until somebody asks a daily quota again. */
  long day() {
    return seconds(900);
  }

  /** Whether after {@code fails} failed probes the quota may be zero. */
  boolean hopeless(long fails) {
    return fails > HOPELESS;
  }

  /** The wait after a failed probe, if the quota may be zero. */
  long hopelessProbe() {
    return seconds(60);
  }

  /** The wait after {@code fails} failed probes. */
  long probeAfter(long fails) {
    long doubled = seconds(1) << Math.min(fails, MAX_DOUBLINGS);
    return Math.min(doubled, longestProbe());
  }

  /** The longest wait between two probes of what comes back. */
  long longestProbe() {
    return seconds(10);
  }

  private long seconds(int seconds) {
    return micros() / 60 * seconds;
  }
}
