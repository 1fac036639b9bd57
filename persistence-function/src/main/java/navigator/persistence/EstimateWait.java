package navigator.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.contracts.Status;
import navigator.contracts.table.QuotaPace;

/**
 * Says how long a request will wait: the calls of the model that have their slot before it, at
 * their pace, and not before its delivery comes back if that was deferred. Safe for use by many
 * threads.
 */
public final class EstimateWait {

  private final Paces paces;
  private final int callsAtOnce;
  private final InstantSource clock;

  /**
   * An estimate.
   *
   * @param callsAtOnce that the workers can make
   */
  public EstimateWait(Paces paces, int callsAtOnce, InstantSource clock) {
    this.paces = paces;
    this.callsAtOnce = callsAtOnce;
    this.clock = clock;
  }

  /** Where the pace of the model's calls is looked up. */
  @FunctionalInterface
  public interface Paces {

    /** The pace as it is, or was a moment ago; empty if nobody can tell. */
    Optional<QuotaPace> now();
  }

  /** One who knows nothing. */
  static EstimateWait none() {
    return new EstimateWait(Optional::empty, 1, () -> Instant.EPOCH);
  }

  /** How long it will wait yet until its answer; empty if it does not wait, or nobody knows. */
  Optional<Duration> of(StoredRequest request) {
    if (request.status() != Status.QUEUED || !request.pending()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Duration untilDeadline = Duration.between(now, request.deadlineAt());
    return Stream.concat(inTurn(request, now).stream(), deferred(request, now).stream())
        .max(Duration::compareTo)
        // Then it ends, answered or not.
        .map(wait -> wait.compareTo(untilDeadline) < 0 ? wait : untilDeadline)
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  private Optional<Duration> inTurn(StoredRequest request, Instant now) {
    Long ticket = request.place().ticket();
    return ticket == null
        ? Optional.empty()
        : paces.now().flatMap(pace -> pace.foreseen(ticket - pace.calls(), callsAtOnce, now));
  }

  private static Optional<Duration> deferred(StoredRequest request, Instant now) {
    return Optional.ofNullable(request.place().deferredUntil())
        .map(until -> Duration.between(now, until))
        .filter(Duration::isPositive);
  }
}
