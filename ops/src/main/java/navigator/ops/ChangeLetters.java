package navigator.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import navigator.contracts.DeadLetterId;

/**
 * Discards and restores dead letters, one by one, each on condition that it is still what the
 * change is for. What was asked for is written down before, and what came of it after. Safe for use
 * by many threads.
 */
public final class ChangeLetters {

  /** How many letters are read or written at once. */
  private static final int AT_ONCE = 25;

  private final GroupLetters groups;
  private final WalkLetters walk;
  private final LetterReader reader;
  private final LetterWriter writer;
  private final AuditTrail audit;
  private final InstantSource clock;

  public ChangeLetters(
      LetterIndex index,
      LetterReader reader,
      LetterWriter writer,
      AuditTrail audit,
      InstantSource clock) {
    this.groups = new GroupLetters(index);
    this.walk = new WalkLetters(new ListLetters(index, clock));
    this.reader = reader;
    this.writer = writer;
    this.audit = audit;
    this.clock = clock;
  }

  /** Told how many letters have been looked at so far. */
  @FunctionalInterface
  public interface Progress {
    void at(long letters);
  }

  /** What the change would do now; nothing is written. */
  public ChangePlan plan(LetterChange change, LetterSelection selection)
      throws InterruptedException {
    return switch (selection) {
      case LetterSelection.Filtered(LetterFilter filter) -> {
        Instant now = clock.instant();
        List<LetterGroup> found = groups.group(LetterQuery.of(change.from(), filter.before(now)));
        long matched = found.stream().mapToLong(LetterGroup::count).sum();
        yield new ChangePlan(now, matched, found, Map.of());
      }
      case LetterSelection.Named(List<DeadLetterId> ids) -> plan(change, ids);
    };
  }

  private ChangePlan plan(LetterChange change, List<DeadLetterId> ids) {
    Instant now = clock.instant();
    Map<DeadLetterId, Letter> letters =
        reader.letters(ids, false).stream().collect(Collectors.toMap(Letter::id, l -> l));
    Map<LetterGroup.Kind, LetterGroup> kinds = new HashMap<>();
    Map<ChangeRefusal, Long> skipped = new EnumMap<>(ChangeRefusal.class);
    for (DeadLetterId id : ids) {
      Letter letter = letters.get(id);
      Optional<ChangeRefusal> refusal = change.refusal(letter, now);
      if (refusal.isPresent()) {
        skipped.merge(refusal.get(), 1L, Long::sum);
      } else if (letter != null) {
        LetterSummary summary = letter.summary();
        kinds.merge(LetterGroup.Kind.of(summary), LetterGroup.of(summary), LetterGroup::and);
      }
    }
    return new ChangePlan(now, ids.size(), List.copyOf(kinds.values()), skipped);
  }

  /**
   * Makes the change, but for letters that failed after it was planned: nobody agreed to those.
   *
   * @param plan of this change; how many letters it was about is written down
   */
  public ChangeReport change(
      LetterChange change,
      LetterSelection selection,
      ChangePlan plan,
      Operator operator,
      Progress progress)
      throws InterruptedException {
    String operation = AuditRecord.newOperation();
    AuditRecord requested =
        AuditRecord.requested(
            clock.instant(),
            change.action(),
            operation,
            operator.actor(),
            operator.reason(),
            selection.described(),
            Map.of("matched", plan.matched()));
    audit.append(requested);
    Tally tally = new Tally(operation);
    try {
      each(change, selection, plan.at(), ids -> tally.add(write(change, operation, ids), progress));
    } finally {
      // What was done before a failure was done.
      audit.append(requested.done(clock.instant(), tally.report().counts()));
    }
    return tally.report();
  }

  private interface Ids {
    void take(List<DeadLetterId> ids) throws InterruptedException;
  }

  private void each(LetterChange change, LetterSelection selection, Instant end, Ids step)
      throws InterruptedException {
    switch (selection) {
      case LetterSelection.Filtered(LetterFilter filter) ->
          walk.each(
              LetterQuery.of(change.from(), filter.before(end)),
              ListLetters.MAX_LIMIT,
              part -> inChunks(part.stream().map(LetterSummary::id).toList(), step));
      case LetterSelection.Named(List<DeadLetterId> ids) -> inChunks(ids, step);
    }
  }

  private static void inChunks(List<DeadLetterId> ids, Ids step) throws InterruptedException {
    List<List<DeadLetterId>> chunks =
        IntStream.iterate(0, from -> from < ids.size(), from -> from + AT_ONCE)
            .mapToObj(from -> ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
            .toList();
    for (List<DeadLetterId> chunk : chunks) {
      step.take(chunk);
    }
  }

  private List<Optional<ChangeRefusal>> write(
      LetterChange change, String operation, List<DeadLetterId> ids) throws InterruptedException {
    Instant now = clock.instant();
    return AtOnce.each(ids, id -> writer.write(id, change, operation, now));
  }

  private static final class Tally {

    private final String operation;
    private final Map<ChangeRefusal, Long> skipped = new EnumMap<>(ChangeRefusal.class);
    private long matched;
    private long done;

    Tally(String operation) {
      this.operation = operation;
    }

    void add(List<Optional<ChangeRefusal>> verdicts, Progress progress) {
      for (Optional<ChangeRefusal> refusal : new ArrayList<>(verdicts)) {
        matched++;
        refusal.ifPresentOrElse(why -> skipped.merge(why, 1L, Long::sum), () -> done++);
      }
      progress.at(matched);
    }

    ChangeReport report() {
      return new ChangeReport(operation, matched, done, skipped);
    }
  }
}
