package navigator.ops;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import navigator.contracts.DeadLetterId;

/**
 * Hands out dead letters one after the other, the newest first, never holding more than a few. Who
 * takes what people wrote is written down before, and how much they took after. Safe for use by
 * many threads.
 */
public final class ExportLetters {

  /** As many items as DynamoDB reads at once. */
  private static final int AT_ONCE = 100;

  private final WalkLetters walk;
  private final LetterReader reader;
  private final AuditTrail audit;
  private final InstantSource clock;

  public ExportLetters(
      LetterIndex index, LetterReader reader, AuditTrail audit, InstantSource clock) {
    this.walk = new WalkLetters(new ListLetters(index, clock));
    this.reader = reader;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes the letters as they come. */
  @FunctionalInterface
  public interface Sink {
    void take(Letter letter);
  }

  /**
   * Exports without any text.
   *
   * @return how many letters
   */
  public long export(LetterQuery query, Sink sink) throws InterruptedException {
    return walk(query, false, sink, new Count());
  }

  /**
   * Exports with what was written, on record.
   *
   * @return how many letters
   */
  public long exportWithText(LetterQuery query, Operator operator, Sink sink)
      throws InterruptedException {
    AuditRecord requested =
        AuditRecord.requested(
            clock.instant(),
            AuditAction.EXPORT_TEXT,
            AuditRecord.newOperation(),
            operator.actor(),
            operator.reason(),
            new LetterSelection.Filtered(query.filter()).described(),
            Map.of());
    audit.append(requested);
    Count count = new Count();
    try {
      return walk(query, true, sink, count);
    } finally {
      audit.append(requested.done(clock.instant(), Map.of("done", count.letters)));
    }
  }

  private static final class Count {
    private long letters;
  }

  private long walk(LetterQuery query, boolean withText, Sink sink, Count count)
      throws InterruptedException {
    walk.each(
        query,
        AT_ONCE,
        part -> {
          List<DeadLetterId> ids = part.stream().map(LetterSummary::id).toList();
          for (Letter letter : reader.letters(ids, withText)) {
            sink.take(letter);
            count.letters++;
          }
        });
    return count.letters;
  }
}
