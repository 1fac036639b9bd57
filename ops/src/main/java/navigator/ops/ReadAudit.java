package navigator.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import navigator.contracts.table.Keys;
import org.jspecify.annotations.Nullable;

/** Reads what operators did, the newest first, over as many months as it takes. */
public final class ReadAudit {

  private static final int PAGE = 200;

  /** Nothing was written down before there was anything to write it. */
  private static final YearMonth BEGINNING = YearMonth.of(2026, 1);

  /** What positions begin with. */
  private static final String FORM_OF_MONTH = "yyyy-mm";

  private final AuditTrail trail;
  private final InstantSource clock;

  public ReadAudit(AuditTrail trail, InstantSource clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /** The records since then, the newest first; read as far as they are asked for. */
  public Stream<AuditRecord> since(Instant since) {
    YearMonth now = month(clock.instant());
    YearMonth first = first(since);
    return Stream.iterate(now, month -> !month.isBefore(first), month -> month.minusMonths(1))
        .flatMap(this::records)
        .takeWhile(done -> !done.at().isBefore(since));
  }

  /**
   * A part of the records since then, the newest first.
   *
   * @param after {@link Slice#next} of the part before; null to begin
   * @param limit the most that are wanted, from 1
   */
  public Slice<AuditRecord> page(Instant since, @Nullable String after, int limit) {
    YearMonth first = first(since);
    YearMonth now = month(clock.instant());
    YearMonth month = after == null || monthAt(after).isAfter(now) ? now : monthAt(after);
    @Nullable String position = after;
    List<AuditRecord> found = new ArrayList<>();
    // One more than asked for, to know whether anything follows.
    while (found.size() <= limit && !month.isBefore(first)) {
      Slice<AuditRecord> slice = trail.read(month, position, limit + 1 - found.size());
      slice.items().stream().takeWhile(done -> !done.at().isBefore(since)).forEach(found::add);
      position = endsBefore(since, slice) ? null : slice.next();
      month = position == null ? month.minusMonths(1) : month;
    }
    return found.size() > limit
        ? new Slice<>(found.subList(0, limit), position(found.get(limit - 1)))
        : new Slice<>(found, null);
  }

  private static boolean endsBefore(Instant since, Slice<AuditRecord> slice) {
    return !slice.items().isEmpty() && slice.items().getLast().at().isBefore(since);
  }

  private static String position(AuditRecord done) {
    return Keys.audit(done.at(), done.id()).sort();
  }

  private static YearMonth first(Instant since) {
    YearMonth month = month(since);
    return month.isBefore(BEGINNING) ? BEGINNING : month;
  }

  private static YearMonth monthAt(String position) {
    return YearMonth.parse(position.substring(0, FORM_OF_MONTH.length()));
  }

  private Stream<AuditRecord> records(YearMonth month) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(new Pages(month), Spliterator.ORDERED), false)
        .flatMap(List::stream);
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }

  private final class Pages implements Iterator<List<AuditRecord>> {

    private final YearMonth month;
    private @Nullable String position;
    private boolean over;

    Pages(YearMonth month) {
      this.month = month;
    }

    @Override
    public boolean hasNext() {
      return !over;
    }

    @Override
    public List<AuditRecord> next() {
      if (over) {
        throw new NoSuchElementException();
      }
      Slice<AuditRecord> slice = trail.read(month, position, PAGE);
      position = slice.next();
      over = position == null;
      return slice.items();
    }
  }
}
