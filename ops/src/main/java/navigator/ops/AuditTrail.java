package navigator.ops;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Where it is kept what operators did: records are added, and never changed. */
public interface AuditTrail {

  /**
   * Adds a record.
   *
   * @throws IllegalStateException if another is in its place
   */
  void append(AuditRecord done);

  /**
   * The records of a month in UTC, the newest first.
   *
   * @param after the position of the last that was read; null to begin
   * @param limit the most that are wanted, from 1
   */
  Slice<AuditRecord> read(YearMonth month, @Nullable String after, int limit);
}
