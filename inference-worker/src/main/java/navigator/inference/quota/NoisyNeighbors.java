package navigator.inference.quota;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells users who ask so much that others wait behind them: a quarter or more of what was delivered
 * here of late, and more than three times the others' average. Of a queue that many environments
 * work on, each sees a fair sample. Safe for use by many threads.
 */
public final class NoisyNeighbors {

  private static final int WINDOW = 64;
  private static final int LEAST = WINDOW / 4;
  private static final int TIMES = 3;

  /** No user's id. */
  private static final String REPLAYS = "";

  private final Deque<String> latest = new ArrayDeque<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** A request of {@code user} was delivered, not a replay. Returns the priority that it has. */
  public synchronized Priority delivered(String user, int receiveCount) {
    count(user);
    if (!isNoisy(user)) {
      return Priority.NORMAL;
    }
    // Sent away at once the first time, so that those behind it are soon delivered, too.
    return receiveCount > 1 ? Priority.LOW : Priority.LOWEST;
  }

  /** A replay was delivered: whoever asks beside it is not alone. */
  public synchronized void replayDelivered() {
    count(REPLAYS);
  }

  private void count(String user) {
    latest.add(user);
    counts.merge(user, 1, Integer::sum);
    if (latest.size() > WINDOW) {
      counts.computeIfPresent(latest.remove(), (_, count) -> count > 1 ? count - 1 : null);
    }
  }

  // Whoever seems to be alone may have others behind it.
  private boolean isNoisy(String user) {
    int own = counts.getOrDefault(user, 0);
    int others = counts.size() - 1;
    return own >= LEAST && (others == 0 || own * others > TIMES * (latest.size() - own));
  }
}
