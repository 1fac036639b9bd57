package navigator.infra;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * How long things are kept.
 *
 * @param messages requests, messages and outcomes in the table, in days
 * @param deadLetters dead-letter records in the table, in days
 * @param queued a request in its queue; deadlines are shorter
 * @param failed messages and events that nobody could process, until somebody looks at them
 * @param logs of functions and of the API
 */
record Retention(
    Period messages, Period deadLetters, Duration queued, Duration failed, RetentionDays logs) {

  private static final Duration LONGEST_IN_SQS = Duration.ofDays(14);

  public Retention {
    requireDays(messages);
    requireDays(deadLetters);
    if (LocalDate.EPOCH.plus(deadLetters).isAfter(LocalDate.EPOCH.plus(messages))) {
      throw new IllegalArgumentException(
          "A deletion finds dead letters by their messages, which are kept for %s, not %s"
              .formatted(messages, deadLetters));
    }
    requireQueueable(queued);
    requireQueueable(failed);
  }

  /** A year for messages, 30 days for dead letters and logs. */
  public static Retention defaults() {
    return new Retention(
        Period.ofDays(365),
        Period.ofDays(30),
        Duration.ofDays(1),
        LONGEST_IN_SQS,
        RetentionDays.ONE_MONTH);
  }

  /** As {@link #defaults()}, with logs kept for a year. */
  public static Retention prod() {
    Retention usual = defaults();
    return new Retention(
        usual.messages, usual.deadLetters, usual.queued, usual.failed, RetentionDays.ONE_YEAR);
  }

  private static void requireDays(Period period) {
    // Months have no fixed length, and the functions parse a duration.
    if (period.toTotalMonths() != 0 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("A retention is a number of days, not " + period);
    }
  }

  private static void requireQueueable(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(LONGEST_IN_SQS) > 0) {
      throw new IllegalArgumentException("SQS keeps messages from 1 min to 14 days, not " + time);
    }
  }
}
