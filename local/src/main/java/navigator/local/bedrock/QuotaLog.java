package navigator.local.bedrock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every admit, reject, settle and failure, in their order; safe for use by many threads. */
public final class QuotaLog {
  private final List<QuotaEntry> entries = new ArrayList<>();
  private final List<Consumer<QuotaEntry>> followers = new ArrayList<>();

  QuotaLog() {}

  synchronized void add(QuotaEntry entry) {
    entries.add(entry);
    followers.forEach(follower -> follower.accept(entry));
  }

  /** The entries so far; later ones are not added to it. */
  public synchronized List<QuotaEntry> entries() {
    return List.copyOf(entries);
  }

  /** Hands the entries so far to a follower, and then each new one; calls wait while it works. */
  public synchronized void follow(Consumer<QuotaEntry> follower) {
    entries.forEach(follower);
    followers.add(follower);
  }
}
