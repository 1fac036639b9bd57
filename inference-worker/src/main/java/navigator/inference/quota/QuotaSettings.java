package navigator.inference.quota;

import java.time.Duration;
import java.util.Objects;
import navigator.contracts.environment.Settings;
import navigator.contracts.environment.Variable;

/**
 * What is known about a quota.
 *
 * @param tokens quota tokens a minute; 0 if unknown
 * @param requests a minute; 0 if they are not counted, or unknown
 * @param start quota tokens a minute that an unknown quota is first tried with
 * @param burndown what an output token costs, in quota tokens
 * @param fleet how many environments share the quota
 * @param probing how long one call may take, at most
 */
public record QuotaSettings(
    long tokens, long requests, long start, int burndown, int fleet, Duration probing) {

  /** No quota is above it. */
  private static final long ANY = 1_000_000_000_000L;

  private static final double SAFE = 0.99;

  public QuotaSettings {
    if (tokens < 0 || requests < 0 || start < 1 || burndown < 1 || fleet < 1) {
      throw new IllegalArgumentException("a quota is negative, or its use is not positive");
    }
  }

  /**
   * The settings in the environment.
   *
   * @param probing how long one call may take, at most
   */
  public static QuotaSettings of(Settings settings, Duration probing) {
    return new QuotaSettings(
        settings.integer(Variable.QUOTA_TOKENS_PER_MINUTE, 0, Integer.MAX_VALUE),
        settings.integer(Variable.QUOTA_REQUESTS_PER_MINUTE, 0, Integer.MAX_VALUE),
        settings.integer(Variable.QUOTA_START, 1, Integer.MAX_VALUE),
        settings.integer(Variable.QUOTA_BURNDOWN, 1, 100),
        settings.integer(Variable.QUOTA_FLEET, 1, 10_000),
        probing);
  }

  /** The same for another quota. */
  public QuotaSettings of(long otherTokens, long otherRequests, int otherBurndown) {
    return new QuotaSettings(otherTokens, otherRequests, start, otherBurndown, fleet, probing);
  }

  /** The highest rate that is ever tried. */
  long ceiling() {
    return tokens == 0 ? ANY : Math.max(1, (long) (tokens * SAFE));
  }

  long firstRate() {
    return Math.min(tokens == 0 ? start : ceiling(), ceiling());
  }

  /** The least time from one call to the next, for the sake of a request quota. */
  long spacing(Tempo tempo) {
    return requests == 0 ? 0 : (long) Math.ceil(tempo.micros() / (requests * SAFE));
  }

  /** Changes when anything does that a pace depends on. */
  long fingerprint() {
    return Objects.hash(tokens, requests, start, burndown);
  }
}
