package navigator.local.chaos;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import navigator.local.chaos.check.History.Kill;

/** What went wrong so far. Safe for use by many threads. */
public final class Injected {

  private final Map<Kind, Integer> counts = new ConcurrentHashMap<>();
  private final Queue<String> cuts = new ConcurrentLinkedQueue<>();
  private final Queue<Kill> kills = new ConcurrentLinkedQueue<>();

  void count(Kind kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** A model call's connection was cut when its answer was already made. */
  void cut(String questionHash) {
    count(Kind.MODEL_CUT);
    cuts.add(questionHash);
  }

  void killed(Kind kind, String function) {
    count(kind);
    kills.add(new Kill(function, Instant.now()));
  }

  List<String> cuts() {
    return List.copyOf(cuts);
  }

  List<Kill> kills() {
    return List.copyOf(kills);
  }

  /** How often each kind struck; kinds that did not are there with zero. */
  public Map<Kind, Integer> counts() {
    var all = new EnumMap<Kind, Integer>(Kind.class);
    for (Kind kind : Kind.values()) {
      all.put(kind, counts.getOrDefault(kind, 0));
    }
    return all;
  }
}
