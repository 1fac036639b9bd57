package navigator.local.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import org.h2.mvstore.MVMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A backlog that is one map of a journal's file. */
final class JournaledBacklog<T extends Pending> implements Backlog<T> {

  private static final Logger LOG = LoggerFactory.getLogger(JournaledBacklog.class);

  private final Journal journal;
  private final MVMap<String, String> stored;
  private final List<T> left;

  // Those of which it is known that they are on disk.
  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  JournaledBacklog(Journal journal, MVMap<String, String> stored, Class<T> type) {
    this.journal = journal;
    this.stored = stored;
    this.left = read(stored, type);
    left.forEach(entry -> ids.add(entry.id()));
  }

  private static <T> List<T> read(Map<String, String> stored, Class<T> type) {
    List<T> entries = new ArrayList<>();
    stored.forEach((id, json) -> entries.add(read(id, json, type)));
    return List.copyOf(entries);
  }

  private static <T> T read(String id, String json, Class<T> type) {
    return switch (Wire.read(json, type)) {
      case Read.Valid<T>(T entry) -> entry;
      case Read.Invalid<T>(String reason) ->
          throw new IllegalStateException(
              "the journal holds something else than a %s under %s: %s"
                  .formatted(type.getSimpleName(), id, reason));
    };
  }

  @Override
  public CompletableFuture<Void> take(List<T> entries) {
    Map<String, String> texts = new HashMap<>();
    for (T entry : entries) {
      texts.put(entry.id(), Wire.write(entry));
    }
    return journal.write(() -> stored.putAll(texts), () -> ids.addAll(texts.keySet()));
  }

  @Override
  public void finish(String id) {
    // Nobody waits: what a kill brings back is finished again.
    var _ =
        journal
            .write(() -> stored.remove(id), () -> ids.remove(id))
            .exceptionally(
                failure -> {
                  LOG.warn("{} of {} stays in the journal", id, stored.getName(), failure);
                  return null;
                });
  }

  @Override
  public List<T> left() {
    return left;
  }

  @Override
  public int size() {
    return ids.size();
  }
}
