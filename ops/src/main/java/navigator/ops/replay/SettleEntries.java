package navigator.ops.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import navigator.contracts.RequestId;

/**
 * Finds out what became of the requests that were asked, the more seldom the longer nothing has.
 * One for each drive; not safe for use by many threads.
 */
final class SettleEntries {

  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofSeconds(8);

  private final RequestSnapshots snapshots;
  private final ReplayWrites writes;
  private final Outstanding outstanding;
  private final InstantSource clock;
  private Duration interval = SOONEST;
  private Instant due;

  SettleEntries(
      RequestSnapshots snapshots,
      ReplayWrites writes,
      Outstanding outstanding,
      InstantSource clock) {
    this.snapshots = snapshots;
    this.writes = writes;
    this.outstanding = outstanding;
    this.clock = clock;
    this.due = clock.instant();
  }

  /** How long until it is to be looked again; zero if it is. */
  Duration untilDue() {
    Duration until = Duration.between(clock.instant(), due);
    return until.isNegative() ? Duration.ZERO : until;
  }

  /**
   * Looks, if it is time.
   *
   * @return whether the replay has changed
   */
  boolean settle(Held held) {
    if (untilDue().isPositive()) {
      return false;
    }
    List<Settlement.End> ended = ended(outstanding.all(held.replay()));
    boolean changed = !ended.isEmpty();
    interval = changed ? SOONEST : longer(interval);
    due = clock.instant().plus(interval);
    write(held, ended);
    return changed;
  }

  /** Something was asked: it is worth looking again soon. */
  void expectMore() {
    Instant soon = clock.instant().plus(SOONEST);
    interval = SOONEST;
    due = due.isBefore(soon) ? due : soon;
  }

  private List<Settlement.End> ended(Collection<Entry> asked) {
    Map<RequestId, RequestSnapshot> found =
        snapshots.ofRequests(asked.stream().map(Entry::id).toList());
    List<Settlement.End> ended = new ArrayList<>();
    for (Entry entry : asked) {
      EntryResult.of(entry, found.get(entry.id()))
          .ifPresent(after -> ended.add(new Settlement.End(entry, after)));
    }
    return ended;
  }

  // Each write is the driver's or none is: the first that is refused is the last.
  private void write(Held held, List<Settlement.End> ended) {
    RecentEnds recent = held.replay().checkpoint().recent();
    for (int from = 0; from < ended.size(); from += ReplayWrites.MOST_ENTRIES) {
      List<Settlement.End> some =
          ended.subList(from, Math.min(from + ReplayWrites.MOST_ENTRIES, ended.size()));
      Settlement settlement = settlement(held.replay(), some, recent);
      if (!written(held, settlement)) {
        outstanding.forget();
        return;
      }
      recent = settlement.recent();
    }
  }

  private boolean written(Held held, Settlement settlement) {
    List<Entry> entries = settlement.ended().stream().map(Settlement.End::after).toList();
    if (!writes.settle(held, settlement, clock.instant())) {
      return false;
    }
    outstanding.ended(held.replay(), entries);
    return true;
  }

  private Settlement settlement(Replay replay, List<Settlement.End> some, RecentEnds recent) {
    String sentUpTo = Objects.requireNonNull(replay.checkpoint().sentUpTo(), "nothing was asked");
    List<Entry> entries = some.stream().map(Settlement.End::after).toList();
    return new Settlement(
        some,
        outstanding.firstWithout(replay, entries, sentUpTo),
        recent.and(entries.stream().map(Entry::state).toList()));
  }

  private static Duration longer(Duration interval) {
    Duration twice = interval.multipliedBy(2);
    return twice.compareTo(LATEST) < 0 ? twice : LATEST;
  }
}
