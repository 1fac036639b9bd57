package navigator.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.DeadLetterId;
import navigator.contracts.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * Tells the whole story of a request. Who reads what a person wrote is written down first. Safe for
 * use by many threads.
 */
public final class TellStory {

  private final LetterReader reader;
  private final AuditTrail audit;
  private final ReadAudit records;
  private final InstantSource clock;

  public TellStory(LetterReader reader, AuditTrail audit, InstantSource clock) {
    this.reader = reader;
    this.audit = audit;
    this.records = new ReadAudit(audit, clock);
    this.clock = clock;
  }

  /** The story without any text; empty if there is nothing of that id. */
  public Optional<Story> tell(DeadLetterId id) {
    return story(id, reader.story(id, false));
  }

  /** The story with what was written, on record; empty if there is nothing of that id. */
  public Optional<Story> tellWithText(DeadLetterId id, Operator operator) {
    if (reader.story(id, false).isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    audit.append(
        AuditRecord.requested(
                now,
                AuditAction.SHOW_TEXT,
                AuditRecord.newOperation(),
                operator.actor(),
                operator.reason(),
                Map.of("ids", id.text()),
                Map.of())
            .done(now, Map.of()));
    return story(id, reader.story(id, true));
  }

  private Optional<Story> story(DeadLetterId id, StoredStory stored) {
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    List<AuditRecord> done = candidates(id, stored);
    List<ReplayStep> replays = replays(id, stored.letter(), done);
    return Optional.of(
        new Story(
            id,
            stored.request(),
            stored.outcomes(),
            stored.letter(),
            replays,
            about(id, stored.letter(), replays, done),
            stored.asked(),
            stored.shown()));
  }

  // Which replay was about it is in the replays' entries: their names are in the records.
  private List<AuditRecord> candidates(DeadLetterId id, StoredStory stored) {
    Letter letter = stored.letter();
    return records
        .since(began(stored))
        .filter(done -> ofReplay(done) || names(done, id) || isOf(done, letter))
        .toList()
        .reversed();
  }

  private List<ReplayStep> replays(
      DeadLetterId id, @Nullable Letter letter, List<AuditRecord> done) {
    if (letter == null) {
      return List.of();
    }
    Set<Instant> failures =
        Stream.concat(
                Stream.of(letter.failedAt()),
                letter.generations().stream().map(Letter.Generation::failedAt))
            .collect(Collectors.toSet());
    Set<String> names =
        done.stream()
            .filter(TellStory::ofReplay)
            .map(AuditRecord::operation)
            .collect(Collectors.toSet());
    return switch (id) {
      case DeadLetterId.OfRequest(RequestId of) -> reader.replays(of, failures, names);
      case DeadLetterId.Unreadable _ -> List.of();
    };
  }

  private static List<AuditView> about(
      DeadLetterId id, @Nullable Letter letter, List<ReplayStep> replays, List<AuditRecord> done) {
    Set<String> names = replays.stream().map(ReplayStep::replay).collect(Collectors.toSet());
    return done.stream()
        .filter(
            record ->
                names.contains(record.operation()) || names(record, id) || isOf(record, letter))
        .map(AuditView::of)
        .toList();
  }

  private Instant began(StoredStory stored) {
    RequestFacts request = stored.request();
    Letter letter = stored.letter();
    return Stream.of(
            Optional.ofNullable(request).map(RequestFacts::createdAt),
            Optional.ofNullable(letter).map(Letter::failedAt))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElseGet(clock::instant);
  }

  private static boolean names(AuditRecord done, DeadLetterId id) {
    return done.subject().values().stream()
        .anyMatch(value -> Stream.of(value.split("[ ,]")).anyMatch(id.text()::equals));
  }

  private static boolean ofReplay(AuditRecord done) {
    return switch (done.action()) {
      case REPLAY, CANCEL_REPLAY -> true;
      case DISCARD, RESTORE, EXPORT_TEXT, SHOW_TEXT, REDRIVE -> false;
    };
  }

  private static boolean isOf(AuditRecord done, @Nullable Letter letter) {
    return letter != null
        && (done.operation().equals(letter.operation())
            || done.operation().equals(letter.replay()));
  }
}
