package navigator.ops.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import navigator.contracts.RequestId;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.EntryState;

/**
 * What a driver knows of the entries that are outstanding: read from the table once, then kept, for
 * as long as nobody else writes them. Not safe for use by many threads.
 */
final class Outstanding {

  private final ReplayEntries entries;
  private final TreeMap<String, Entry> byPosition = new TreeMap<>();
  private final Map<RequestId, ChatRequest> messages = new HashMap<>();
  private boolean known;

  Outstanding(ReplayEntries entries) {
    this.entries = entries;
  }

  /** All of them, the oldest failure first. */
  Collection<Entry> all(Replay replay) {
    if (!known) {
      put(replay, entries.outstanding(replay));
      known = true;
    }
    return List.copyOf(byPosition.values());
  }

  /** Those of which it is not known whether the queue has them, some of them. */
  List<Entry> unsent(Replay replay, int limit) {
    return all(replay).stream()
        .filter(entry -> entry.state() == EntryState.SENDING)
        .limit(limit)
        .toList();
  }

  void begun(Replay replay, List<Question> questions) {
    all(replay);
    for (Question question : questions) {
      put(replay, List.of(question.entry().in(EntryState.SENDING)));
      messages.put(question.entry().id(), question.message());
    }
  }

  void sent(Replay replay, List<Entry> sent) {
    put(replay, sent.stream().map(entry -> entry.in(EntryState.SENT)).toList());
    sent.forEach(entry -> messages.remove(entry.id()));
  }

  void ended(Replay replay, List<Entry> ended) {
    for (Entry entry : ended) {
      byPosition.remove(entry.position(replay.name()));
      messages.remove(entry.id());
    }
  }

  /** The messages of those that this driver has begun itself. */
  Map<RequestId, ChatRequest> messages() {
    return messages;
  }

  /** The position of the first that is outstanding but for {@code ended}. */
  String firstWithout(Replay replay, List<Entry> ended, String otherwise) {
    List<String> positions = new ArrayList<>(byPosition.keySet());
    positions.removeAll(ended.stream().map(entry -> entry.position(replay.name())).toList());
    return positions.isEmpty() ? otherwise : positions.getFirst();
  }

  /** Forgets all: what is written is not what was to be written. */
  void forget() {
    byPosition.clear();
    messages.clear();
    known = false;
  }

  private void put(Replay replay, List<Entry> some) {
    some.forEach(entry -> byPosition.put(entry.position(replay.name()), entry));
  }
}
