package navigator.ingest;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.metric.Refusal;
import navigator.ingest.limit.Place;
import navigator.ingest.limit.TakePlace;
import navigator.ingest.load.Outlook;
import navigator.ingest.load.Queueing;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what may be admitted, before anything of it is written. What nobody knows is no reason to
 * refuse, and what was stored before is let in whatever there is against it. Safe for use by many
 * threads.
 */
public final class Door {

  /** When it is worth asking again, at the soonest, whether a place is free. */
  private static final Duration UNTIL_ONE_ENDS = Duration.ofSeconds(5);

  private static final MetricLog METRICS = MetricLog.of(Door.class);

  private final Queueing queueing;
  private final TakePlace places;
  private final StoredRequests stored;
  private final Duration usualDeadline;

  /**
   * A door.
   *
   * @param usualDeadline of requests whose client does not say
   */
  public Door(Queueing queueing, TakePlace places, StoredRequests stored, Duration usualDeadline) {
    this.queueing = queueing;
    this.places = places;
    this.stored = stored;
    this.usualDeadline = usualDeadline;
  }

  Entry enter(Draft draft) {
    Outlook outlook = queueing.next().orElse(null);
    Entry entry =
        late(draft, outlook)
            .map(wait -> refused(draft, Refusal.OVERLOADED, new SubmitVerdict.Overloaded(wait)))
            .orElseGet(() -> placed(draft, outlook));
    if (entry instanceof Entry.Open) {
      queueing.joined();
    }
    return entry;
  }

  /** Nothing was stored of what was let in. */
  void leave(Draft draft) {
    places.giveBack(draft.caller().userId(), draft.id());
  }

  /** By how much its answer would be late; empty if it would not, or nobody knows. */
  private Optional<Duration> late(Draft draft, @Nullable Outlook outlook) {
    Duration deadline = Objects.requireNonNullElse(draft.submission().deadline(), usualDeadline);
    return Optional.ofNullable(outlook)
        .map(seen -> seen.least().minus(deadline))
        .filter(Duration::isPositive);
  }

  private Entry placed(Draft draft, @Nullable Outlook outlook) {
    return switch (places.take(draft.caller().userId(), draft.id())) {
      case Place.Taken(var standing) -> new Entry.Open(standing, outlook);
      case Place.Unknown _ -> new Entry.Open(null, outlook);
      case Place.TooFast(var limits, Duration wait) ->
          refused(draft, Refusal.RATE_LIMITED, new SubmitVerdict.TooFast(limits, wait));
      case Place.TooMany(var limits) ->
          refused(
              draft,
              Refusal.TOO_MANY_PENDING,
              new SubmitVerdict.TooManyPending(limits, untilOneEnds(outlook, limits.pending())));
    };
  }

  // As if the requests of a user were spread evenly over all that wait.
  private static Duration untilOneEnds(@Nullable Outlook outlook, int pending) {
    Duration share = outlook == null ? Duration.ZERO : outlook.expected().dividedBy(pending);
    return share.compareTo(UNTIL_ONE_ENDS) > 0 ? share : UNTIL_ONE_ENDS;
  }

  private Entry refused(Draft draft, Refusal reason, SubmitVerdict verdict) {
    if (draft.fingerprint() != null && stored.mayHold(draft.id())) {
      return new Entry.Open(null, null);
    }
    METRICS.refused(reason);
    return new Entry.Closed(verdict);
  }
}
