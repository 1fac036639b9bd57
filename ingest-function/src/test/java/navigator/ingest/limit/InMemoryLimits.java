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
  public PermitWriteResult acquire(PermitWrite write) {
    writes++;
    if (away) {
      return new PermitWriteResult.Unreachable();
    }
    UserItem item = items.get(write.userId());
    if (!allowed(write, item)) {
      return new PermitWriteResult.Refused(item);
    }
    Map<RequestId, Instant> pending = new HashMap<>(item == null ? Map.of() : item.pending());
    pending.put(write.request(), Instant.EPOCH.plus(write.now(), ChronoUnit.MICROS));
    long tat =
        write.form() == PermitWrite.Form.BUSY
            ? requireNonNull(item).tat() + write.interval()
            : write.tat();
    items.put(write.userId(), new UserItem(tat, pending));
    return new PermitWriteResult.Done(items.get(write.userId()));
  }

  private static boolean allowed(PermitWrite write, @Nullable UserItem item) {
    if (item == null) {
      return write.form() == PermitWrite.Form.FIRST;
    }
    boolean room =
        item.pending().size() < write.pending() || item.pending().containsKey(write.request());
    return switch (write.form()) {
      case FIRST -> false;
      case IDLE -> item.tat() < write.now() && room;
      case BUSY -> item.tat() >= write.now() && item.tat() <= write.latest() && room;
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
  public boolean release(String userId, Set<RequestId> released) {
    UserItem item = items.get(userId);
    if (!away && item != null) {
      Map<RequestId, Instant> pending = new HashMap<>(item.pending());
      pending.keySet().removeAll(released);
      items.put(userId, new UserItem(item.tat(), pending));
    }
    return !away;
  }
}
