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
import navigator.ingest.limit.PermitWrite.Form;
import org.jspecify.annotations.Nullable;

/**
 * Acquires a permit for a request on the item of its user. Nobody releases it when the request
 * ends: whoever finds all permits taken looks which of those requests have ended, so that no permit
 * is lost however they ended. Safe for use by many threads.
 */
public final class AcquirePermit {

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

  public AcquirePermit(UserLimits limits, LimitsTable table, InstantSource clock) {
    this.limits = limits;
    this.bucket = limits.bucket();
    this.table = table;
    this.clock = clock;
  }

  /** Acquires a permit; a request that has one keeps it. */
  public Permit acquire(String userId, RequestId request) {
    Form form = Form.IDLE;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Instant at = clock.instant();
      long now = ChronoUnit.MICROS.between(Instant.EPOCH, at);
      switch (table.acquire(write(userId, request, form, at, now))) {
        case PermitWriteResult.Done(UserItem item) -> {
          return granted(item, now);
        }
        case PermitWriteResult.Refused(UserItem item) -> {
          Permit refused = refused(userId, request, item, at, now);
          if (refused != null) {
            return refused;
          }
          form = form(item, now);
        }
        case PermitWriteResult.Unreachable _ -> {
          return new Permit.Unknown();
        }
      }
    }
    return new Permit.Unknown();
  }

  /** Releases a permit that no request was stored for. */
  public void release(String userId, RequestId request) {
    // One that is not released is found out when all are taken.
    boolean _ = table.release(userId, Set.of(request));
  }

  private PermitWrite write(String userId, RequestId request, Form form, Instant at, long now) {
    return new PermitWrite(
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

  private Permit granted(UserItem item, long now) {
    return new Permit.Granted(
        new RateLimitStatus(
            limits, bucket.left(item.tat(), now), bucket.untilNext(item.tat(), now)));
  }

  /** Why there is no permit; null if another try may find one. */
  private @Nullable Permit refused(
      String userId, RequestId request, @Nullable UserItem item, Instant at, long now) {
    if (item == null) {
      return null;
    }
    Duration wait = bucket.wait(item.tat(), now);
    if (wait.isPositive()) {
      return new Permit.TooFast(limits, wait);
    }
    boolean full = item.pending().size() >= limits.pending();
    return full && !item.pending().containsKey(request) ? madeRoom(userId, item, at) : null;
  }

  private @Nullable Permit madeRoom(String userId, UserItem item, Instant at) {
    Optional<Map<RequestId, Status>> statuses = table.statuses(item.pending().keySet());
    if (statuses.isEmpty()) {
      return new Permit.Unknown();
    }
    Set<RequestId> ended =
        item.pending().entrySet().stream()
            .filter(entry -> hasEnded(statuses.get().get(entry.getKey()), entry.getValue(), at))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (item.pending().size() - ended.size() >= limits.pending()) {
      return new Permit.TooMany(limits);
    }
    return table.release(userId, ended) ? null : new Permit.Unknown();
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
