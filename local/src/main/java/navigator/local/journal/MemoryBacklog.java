package navigator.local.journal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A backlog that goes with the process. */
final class MemoryBacklog<T extends Pending> implements Backlog<T> {

  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  @Override
  public CompletableFuture<Void> take(List<T> entries) {
    entries.forEach(entry -> ids.add(entry.id()));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void finish(String id) {
    ids.remove(id);
  }

  @Override
  public List<T> left() {
    return List.of();
  }

  @Override
  public int size() {
    return ids.size();
  }
}
