package navigator.ingest.limit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import org.jspecify.annotations.Nullable;

/** The items of users by the rules of the table, and requests as a test says that they are. */
public final class InMemoryLimits implements LimitsTable {

  private final Map<String, UserItem> items = new HashMap<>();
  private final Map<RequestId, Status> requests = new HashMap<>();
  private boolean away;
  private boolean unreadable;
  private int writes;
  private int reads;

  /** Says where a request stands that is stored. */
  public void is(RequestId request, Status status) {
    requests.put(request, status);
  }

  public void goAway() {
    away = true;
  }

  /** From now on nobody can tell where requests stand. */
  void loseReads() {
    unreadable = true;
  }

  /** A user's item, which there must be. */
  public UserItem of(String userId) {
    return requireNonNull(items.get(userId));
  }

  int writes() {
    return writes;
  }

  int reads() {
    return reads;
  }

  @Override
  public TakingResult take(Taking taking) {
    writes++;
    if (away) {
      return new TakingResult.Unreachable();
    }
    UserItem item = items.get(taking.userId());
    if (!allowed(taking, item)) {
      return new TakingResult.Refused(item);
    }
    Map<RequestId, Instant> pending = new HashMap<>(item == null ? Map.of() : item.pending());
    pending.put(taking.request(), Instant.EPOCH.plus(taking.now(), ChronoUnit.MICROS));
    long tat =
        taking.form() == Taking.Form.BUSY
            ? requireNonNull(item).tat() + taking.interval()
            : taking.tat();
    items.put(taking.userId(), new UserItem(tat, pending));
    return new TakingResult.Done(items.get(taking.userId()));
  }

  private static boolean allowed(Taking taking, @Nullable UserItem item) {
    if (item == null) {
      return taking.form() == Taking.Form.FIRST;
    }
    boolean room =
        item.pending().size() < taking.pending() || item.pending().containsKey(taking.request());
    return switch (taking.form()) {
      case FIRST -> false;
      case IDLE -> item.tat() < taking.now() && room;
      case BUSY -> item.tat() >= taking.now() && item.tat() <= taking.latest() && room;
    };
  }

  @Override
  public Optional<Map<RequestId, Status>> statuses(Set<RequestId> wanted) {
    reads++;
    return away || unreadable
        ? Optional.empty()
        : Optional.of(
            requests.entrySet().stream()
                .filter(request -> wanted.contains(request.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public boolean giveBack(String userId, Set<RequestId> given) {
    UserItem item = items.get(userId);
    if (!away && item != null) {
      Map<RequestId, Instant> pending = new HashMap<>(item.pending());
      pending.keySet().removeAll(given);
      items.put(userId, new UserItem(item.tat(), pending));
    }
    return !away;
  }
}
