package navigator.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what operators did, the newest first, over as many months as it takes. */
public final class ReadAudit {

  private static final int PAGE = 200;

  private final AuditTrail trail;
  private final InstantSource clock;

  public ReadAudit(AuditTrail trail, InstantSource clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /** The records since then, the newest first; read as far as they are asked for. */
  public Stream<AuditRecord> since(Instant since) {
    YearMonth now = month(clock.instant());
    YearMonth first = month(since);
    return Stream.iterate(now, month -> !month.isBefore(first), month -> month.minusMonths(1))
        .flatMap(this::records)
        .takeWhile(done -> !done.at().isBefore(since));
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
