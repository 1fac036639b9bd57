package navigator.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.contracts.DeadLetterId;
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
    return stored.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Story(
                id,
                stored.request(),
                stored.outcomes(),
                stored.letter(),
                about(id, stored),
                stored.asked(),
                stored.shown()));
  }

  private List<AuditView> about(DeadLetterId id, StoredStory stored) {
    Letter letter = stored.letter();
    return records
        .since(began(stored))
        .filter(done -> names(done, id) || (letter != null && isOf(done, letter)))
        .map(AuditView::of)
        .toList()
        .reversed();
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

  private static boolean isOf(AuditRecord done, Letter letter) {
    return is(done.operation(), letter.operation()) || is(done.operation(), letter.replay());
  }

  private static boolean is(String operation, @Nullable String other) {
    return operation.equals(other);
  }
}
