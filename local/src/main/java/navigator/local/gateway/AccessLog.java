package navigator.local.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import navigator.local.iam.Permission;

/**
 * What passed the gateway: the newest calls one by one, and every permission that was ever used, by
 * whom. Safe for use by many threads.
 */
public final class AccessLog {

  private static final int KEPT = 100_000;

  private final Deque<Entry> newest = new ArrayDeque<>();
  private final Set<Use> uses = new LinkedHashSet<>();

  /**
   * One call and its end.
   *
   * @param allowed whether the caller's policy let it through
   * @param status of the HTTP answer; 0 if the connection was dropped
   */
  public record Entry(Access access, boolean allowed, int status) {}

  /**
   * A permission that a principal had and used.
   *
   * @param principal its name
   */
  public record Use(String principal, Permission permission) {}

  synchronized void record(Access access, boolean allowed, int status) {
    if (newest.size() == KEPT) {
      newest.removeFirst();
    }
    newest.addLast(new Entry(access, allowed, status));
    if (allowed) {
      access.needed().forEach(p -> uses.add(new Use(access.caller().name(), p)));
    }
  }

  /** The newest 100,000 calls, oldest first. */
  public synchronized List<Entry> entries() {
    return new ArrayList<>(newest);
  }

  /** Every permission that was used since the start, in the order of its first use. */
  public synchronized Set<Use> uses() {
    return new LinkedHashSet<>(uses);
  }
}
