package navigator.ingest.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.ingest.limit.Taking.Form;
import org.jspecify.annotations.Nullable;

/**
 * Takes a place for a request on the item of its user. Nobody gives a place back when a request
 * ends: whoever finds all places taken looks which of those requests have ended, so that no place
 * is lost however they ended. Safe for use by many threads.
 */
public final class TakePlace {

  /** Each try sees the item as it was refused on; so many meet only a storm of changes. */
  private static final int MAX_TRIES = 6;

  /** A request that is not stored so long after its submit never will be. */
  private static final Duration STORED_BY = Duration.ofSeconds(30);

  /** Longer than any request is pending, and any bucket is not full. */
  private static final Duration KEPT = Duration.ofHours(2);

  private final UserLimits limits;
  private final Bucket bucket;
  private final LimitsTable table;
  private final InstantSource clock;

  public TakePlace(UserLimits limits, LimitsTable table, InstantSource clock) {
    this.limits = limits;
    this.bucket = limits.bucket();
    this.table = table;
    this.clock = clock;
  }

  /** Takes a place; a request that has one keeps it. */
  public Place take(String userId, RequestId request) {
    Form form = Form.IDLE;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Instant at = clock.instant();
      long now = ChronoUnit.MICROS.between(Instant.EPOCH, at);
      switch (table.take(taking(userId, request, form, at, now))) {
        case TakingResult.Done(UserItem item) -> {
          return taken(item, now);
        }
        case TakingResult.Refused(UserItem item) -> {
          Place refused = refused(userId, request, item, at, now);
          if (refused != null) {
            return refused;
          }
          form = form(item, now);
        }
        case TakingResult.Unreachable _ -> {
          return new Place.Unknown();
        }
      }
    }
    return new Place.Unknown();
  }

  /** Gives a place back that no request was stored for. */
  public void giveBack(String userId, RequestId request) {
    // One that is not given back is found out when all are taken.
    boolean _ = table.giveBack(userId, Set.of(request));
  }

  private Taking taking(String userId, RequestId request, Form form, Instant at, long now) {
    return new Taking(
        userId,
        request,
        form,
        now,
        now + bucket.interval(),
        bucket.interval(),
        bucket.latest(now),
        limits.pending(),
        at.plus(KEPT));
  }

  private Place taken(UserItem item, long now) {
    return new Place.Taken(
        new Standing(limits, bucket.left(item.tat(), now), bucket.untilNext(item.tat(), now)));
  }

  /** Why there is no place; null if another try may find one. */
  private @Nullable Place refused(
      String userId, RequestId request, @Nullable UserItem item, Instant at, long now) {
    if (item == null) {
      return null;
    }
    Duration wait = bucket.wait(item.tat(), now);
    if (wait.isPositive()) {
      return new Place.TooFast(limits, wait);
    }
    boolean full = item.pending().size() >= limits.pending();
    return full && !item.pending().containsKey(request) ? madeRoom(userId, item, at) : null;
  }

  private @Nullable Place madeRoom(String userId, UserItem item, Instant at) {
    Optional<Map<RequestId, Status>> statuses = table.statuses(item.pending().keySet());
    if (statuses.isEmpty()) {
      return new Place.Unknown();
    }
    Set<RequestId> ended =
        item.pending().entrySet().stream()
            .filter(entry -> hasEnded(statuses.get().get(entry.getKey()), entry.getValue(), at))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (item.pending().size() - ended.size() >= limits.pending()) {
      return new Place.TooMany(limits);
    }
    return table.giveBack(userId, ended) ? null : new Place.Unknown();
  }

  private static boolean hasEnded(@Nullable Status status, Instant submitted, Instant at) {
    return status == null ? submitted.plus(STORED_BY).isBefore(at) : status.isTerminal();
  }

  private static Form form(@Nullable UserItem item, long now) {
    if (item == null) {
      return Form.FIRST;
    }
    return item.tat() < now ? Form.IDLE : Form.BUSY;
  }
}
