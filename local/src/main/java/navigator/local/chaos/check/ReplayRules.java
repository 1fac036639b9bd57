package navigator.local.chaos.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import navigator.local.chaos.check.Operations.Audit;
import navigator.local.chaos.check.Operations.Entry;
import navigator.local.chaos.check.Operations.Replay;

/** That each replay has ended, adds up and is on record. */
final class ReplayRules {

  private static final String MATCHED = "matched";
  private static final String ANSWERED = "answered";
  private static final String FAILED = "failed";
  private static final String SKIPPED = "skipped";
  private static final List<String> ENDS = List.of(ANSWERED, FAILED, SKIPPED);

  private final List<Replay> replays;
  private final Map<String, List<Entry>> entries;
  private final Map<String, List<Audit>> records;
  private final Notes notes;

  ReplayRules(Operations operations, Notes notes) {
    this.replays = operations.replays();
    this.entries = operations.entries().stream().collect(Collectors.groupingBy(Entry::replay));
    this.records = operations.audit().stream().collect(Collectors.groupingBy(Audit::operation));
    this.notes = notes;
  }

  void check() {
    for (Replay replay : replays) {
      List<Entry> its = entries.getOrDefault(replay.name(), List.of());
      if (replay.isEnded()) {
        ended(replay, its);
      } else {
        notes.note(Promise.REPLAY_LOST, replay.name() + " is still " + replay.state());
      }
      counts(replay, its);
      records(replay, records.getOrDefault(replay.name(), List.of()));
    }
  }

  private void ended(Replay replay, List<Entry> its) {
    int left = (int) its.stream().filter(entry -> entry.state().equals(MATCHED)).count();
    int ends = ENDS.stream().mapToInt(replay::count).sum();
    if (replay.count(MATCHED) != ends + left || replay.count("outstanding") != 0) {
      wrong(replay, "%d left of %s".formatted(left, replay.counts()));
    }
    boolean all = replay.state().equals("completed");
    if ((all && left > 0) || all != replay.stop().isEmpty()) {
      wrong(replay, "%s with %d left and stop '%s'".formatted(replay.state(), left, replay.stop()));
    }
    if (replay.state().equals("cancelled") && !replay.cancelled()) {
      wrong(replay, "ended as cancelled, and nobody cancelled it");
    }
  }

  private void counts(Replay replay, List<Entry> its) {
    if (replay.count(MATCHED) != its.size()
        || replay.count(MATCHED) > replay.terms().getOrDefault("maximum", Integer.MAX_VALUE)) {
      wrong(replay, "%d entries, %s, %s".formatted(its.size(), replay.counts(), replay.terms()));
    }
    for (String state : ENDS) {
      long found = its.stream().filter(entry -> entry.state().equals(state)).count();
      if (replay.count(state) != found) {
        wrong(replay, "%d %s by its entries, %s".formatted(found, state, replay.counts()));
      }
    }
    long ends = its.stream().filter(entry -> !entry.state().equals(MATCHED)).count();
    long sure = (long) replay.count(ANSWERED) + replay.count(FAILED);
    if (replay.isEnded() && (replay.count("sent") < sure || replay.count("sent") > ends)) {
      wrong(replay, "sent is not between %d and %d: %s".formatted(sure, ends, replay.counts()));
    }
    int canary = replay.terms().getOrDefault("canary", 0);
    if (replay.stop().equals("canary_failed") && (replay.count(FAILED) < 1 || sure > canary)) {
      wrong(replay, "a canary of %d failed, %s".formatted(canary, replay.counts()));
    }
  }

  private void records(Replay replay, List<Audit> its) {
    List<Audit> requested = its.stream().filter(a -> a.is("replay", "requested")).toList();
    if (requested.size() != 1 || !isOf(requested.getFirst(), replay)) {
      unrecorded(replay, "its start has %d records".formatted(requested.size()));
    }
    List<Audit> done = its.stream().filter(a -> a.is("replay", "done")).toList();
    if (replay.isEnded() && (done.size() != 1 || !tells(done.getFirst(), replay))) {
      unrecorded(replay, "its end has %d records".formatted(done.size()));
    }
    if (replay.cancelled() && its.stream().noneMatch(a -> a.is("cancel_replay", "requested"))) {
      unrecorded(replay, "its cancelling has none");
    }
  }

  private static boolean isOf(Audit record, Replay replay) {
    return record.actor().equals(replay.actor()) && record.reason().equals(replay.reason());
  }

  private static boolean tells(Audit record, Replay replay) {
    return isOf(record, replay)
        && replay.counts().entrySet().stream()
            .allMatch(count -> count.getValue().equals(record.counts().get(count.getKey())));
  }

  private void wrong(Replay replay, String evidence) {
    notes.note(Promise.MISCOUNTED, replay.name() + ": " + evidence);
  }

  private void unrecorded(Replay replay, String evidence) {
    notes.note(Promise.UNRECORDED, replay.name() + ": " + evidence);
  }
}
