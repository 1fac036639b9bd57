package navigator.contracts.table;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How fast a model's calls go, from the item of its quota. Times are microseconds.
 *
 * @param calls that slots were handed out for, ever
 * @param slot how much time each takes of the quota
 * @param latency how long each lasts
 * @param found whether the quota is known, or was found; else the pace will quicken
 * @param opensAt until when nobody may call, since 1970; a time that has passed if anybody may
 */
public record QuotaPace(long calls, long slot, long latency, boolean found, long opensAt) {

  /** Of an item that nobody has reserved on for so long it is not known whether it is true. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  /** Of the quota's minute: a pace that is searched for quickens by half in one of them. */
  private static final int STEPS = 6;

  /**
   * The pace that an item tells; empty if it is out of date, or nobody may call for a reason other
   * than the pace: then others may answer, or nobody does, and when it ends is not known.
   *
   * @param attributes the values by {@link QuotaAttribute}; 0 for what is not there
   */
  public static Optional<QuotaPace> of(ToLongFunction<String> attributes, Instant now) {
    boolean closed = attributes.applyAsLong(QuotaAttribute.CLOSED) != 0;
    long opensAt = closed ? attributes.applyAsLong(QuotaAttribute.PROBE_UNTIL) : 0;
    long latest = Math.max(attributes.applyAsLong(QuotaAttribute.TAT), opensAt);
    boolean told = !closed || attributes.applyAsLong(QuotaAttribute.THROTTLED_RATE) != 0;
    long slot = attributes.applyAsLong(QuotaAttribute.SLOT);
    return slot > 0 && told && latest >= micros(now.minus(FRESH))
        ? Optional.of(
            new QuotaPace(
                attributes.applyAsLong(QuotaAttribute.CALLS),
                slot,
                attributes.applyAsLong(QuotaAttribute.LATENCY),
                attributes.applyAsLong(QuotaAttribute.HELD) != 0,
                opensAt))
        : Optional.empty();
  }

  /**
   * How long it takes until so many calls more are made: at the pace of the quota, or of what the
   * workers can do at once if that is less.
   *
   * @param atOnce calls that the workers can make at once
   */
  public Duration time(long more, int atOnce, Instant now) {
    return closedFor(now).plus(micros(Math.max(slot, latency / atOnce) * Math.max(0, more)));
  }

  /**
   * The same, if it can be told: while the quota is searched for only what is over before the pace
   * has quickened by half.
   *
   * @param minute of the quota
   */
  public Optional<Duration> foreseen(long more, int atOnce, Instant now, Duration minute) {
    Duration time = time(more, atOnce, now);
    return found || time.compareTo(minute.dividedBy(STEPS)) <= 0
        ? Optional.of(time)
        : Optional.empty();
  }

  /** {@link #foreseen(long, int, Instant, Duration)}, where a minute is one. */
  public Optional<Duration> foreseen(long more, int atOnce, Instant now) {
    return foreseen(more, atOnce, now, Duration.ofMinutes(1));
  }

  /** How long so many calls take the workers, were there no quota. */
  public Duration workersTime(long calls, int atOnce) {
    return micros(latency / atOnce * Math.max(0, calls));
  }

  private Duration closedFor(Instant now) {
    return micros(Math.max(0, opensAt - micros(now)));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Duration micros(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }
}
