package navigator.ingest;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.metric.Refusal;
import navigator.ingest.limit.AcquirePermit;
import navigator.ingest.limit.Permit;
import navigator.ingest.load.Outlook;
import navigator.ingest.load.Queueing;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what may be admitted, before anything of it is written. What nobody knows is no reason to
 * refuse, and what was stored before is let in whatever there is against it. Safe for use by many
 * threads.
 */
public final class AdmissionControl {

  /** When it is worth asking again, at the soonest, whether a permit is free. */
  private static final Duration UNTIL_ONE_ENDS = Duration.ofSeconds(5);

  private static final MetricLog METRICS = MetricLog.of(AdmissionControl.class);

  private final Queueing queueing;
  private final AcquirePermit permits;
  private final StoredRequests stored;
  private final Duration usualDeadline;

  /**
   * An admission control.
   *
   * @param usualDeadline of requests whose client does not say
   */
  public AdmissionControl(
      Queueing queueing, AcquirePermit permits, StoredRequests stored, Duration usualDeadline) {
    this.queueing = queueing;
    this.permits = permits;
    this.stored = stored;
    this.usualDeadline = usualDeadline;
  }

  AdmissionDecision admit(Draft draft) {
    Outlook outlook = queueing.next().orElse(null);
    AdmissionDecision decision =
        late(draft, outlook)
            .map(wait -> refused(draft, Refusal.OVERLOADED, new SubmitVerdict.Overloaded(wait)))
            .orElseGet(() -> permitted(draft, outlook));
    if (decision instanceof AdmissionDecision.Admitted) {
      queueing.joined();
    }
    return decision;
  }

  /** Nothing was stored of what was let in. */
  void release(Draft draft) {
    permits.release(draft.caller().userId(), draft.id());
  }

  /** By how much its answer would be late; empty if it would not, or nobody knows. */
  private Optional<Duration> late(Draft draft, @Nullable Outlook outlook) {
    Duration deadline = Objects.requireNonNullElse(draft.submission().deadline(), usualDeadline);
    return Optional.ofNullable(outlook)
        .map(seen -> seen.least().minus(deadline))
        .filter(Duration::isPositive);
  }

  private AdmissionDecision permitted(Draft draft, @Nullable Outlook outlook) {
    return switch (permits.acquire(draft.caller().userId(), draft.id())) {
      case Permit.Granted(var rateLimit) -> new AdmissionDecision.Admitted(rateLimit, outlook);
      case Permit.Unknown _ -> new AdmissionDecision.Admitted(null, outlook);
      case Permit.TooFast(var limits, Duration wait) ->
          refused(draft, Refusal.RATE_LIMITED, new SubmitVerdict.TooFast(limits, wait));
      case Permit.TooMany(var limits) ->
          refused(
              draft,
              Refusal.TOO_MANY_PENDING,
              new SubmitVerdict.TooManyPending(limits, untilOneEnds(outlook, limits.pending())));
    };
  }

  // As if the requests of a user were spread evenly over all that wait.
  private static Duration untilOneEnds(@Nullable Outlook outlook, int pending) {
    return Optional.ofNullable(outlook)
        .map(Outlook::expected)
        .map(wait -> wait.dividedBy(pending))
        .filter(share -> share.compareTo(UNTIL_ONE_ENDS) > 0)
        .orElse(UNTIL_ONE_ENDS);
  }

  private AdmissionDecision refused(Draft draft, Refusal reason, SubmitVerdict verdict) {
    if (draft.fingerprint() != null && stored.mayHold(draft.id())) {
      return new AdmissionDecision.Admitted(null, null);
    }
    METRICS.refused(reason);
    return new AdmissionDecision.Refused(verdict);
  }
}
