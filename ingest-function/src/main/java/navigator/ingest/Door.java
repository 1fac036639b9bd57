package navigator.ingest;

import java.time.Duration;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.metric.Refusal;
import navigator.ingest.limit.Place;
import navigator.ingest.limit.TakePlace;
import navigator.ingest.limit.UserLimits;

/**
 * Lets in what may be admitted, before anything of it is written. What nobody knows is no reason to
 * refuse, and what was stored before is let in whatever there is against it. Safe for use by many
 * threads.
 */
public final class Door {

  /** When it is worth asking again whether a place is free. */
  private static final Duration UNTIL_ONE_ENDS = Duration.ofSeconds(5);

  private static final MetricLog METRICS = MetricLog.of(Door.class);

  private final TakePlace places;
  private final StoredRequests stored;

  public Door(TakePlace places, StoredRequests stored) {
    this.places = places;
    this.stored = stored;
  }

  Entry enter(Draft draft) {
    return switch (places.take(draft.caller().userId(), draft.id())) {
      case Place.Taken(var standing) -> new Entry.Open(standing);
      case Place.Unknown _ -> new Entry.Open(null);
      case Place.TooFast(UserLimits limits, Duration wait) ->
          unlessStored(draft, new SubmitVerdict.Limited(Refusal.RATE_LIMITED, limits, wait));
      case Place.TooMany(UserLimits limits) ->
          unlessStored(
              draft, new SubmitVerdict.Limited(Refusal.TOO_MANY_PENDING, limits, UNTIL_ONE_ENDS));
    };
  }

  /** Nothing was stored of what was let in. */
  void leave(Draft draft) {
    places.giveBack(draft.caller().userId(), draft.id());
  }

  private Entry unlessStored(Draft draft, SubmitVerdict.Limited refused) {
    if (draft.fingerprint() != null && stored.mayHold(draft.id())) {
      return new Entry.Open(null);
    }
    METRICS.refused(refused.reason());
    return new Entry.Closed(refused);
  }
}
