package navigator.bench.fleet;

import java.util.Optional;
import java.util.function.LongSupplier;
import navigator.inference.quota.QuotaChange;
import navigator.inference.quota.QuotaState;
import navigator.inference.quota.QuotaTable;
import navigator.inference.quota.QuotaWriting;

/**
 * A quota's item behind the limits of its key: 1,000 writes and 3,000 reads of the item a second. A
 * write whose condition fails counts like any other; one that is throttled counts for nothing, and
 * is not made.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">the
 *     limits of a partition</a>
 */
final class OneKey implements QuotaTable {

  static final long WRITES = 1_000;
  private static final long READS = 3_000;

  private final QuotaTable item;
  private final LongSupplier now;
  private final Throughput writes = new Throughput(WRITES);
  private final Throughput reads = new Throughput(READS);

  /**
   * An item.
   *
   * @param now in microseconds
   */
  OneKey(QuotaTable item, LongSupplier now) {
    this.item = item;
    this.now = now;
  }

  @Override
  public QuotaWriting write(QuotaChange change) {
    return writes.take(now.getAsLong()) ? item.write(change) : new QuotaWriting.Unreachable();
  }

  @Override
  public Optional<QuotaState> read() {
    return reads.take(now.getAsLong()) ? item.read() : Optional.empty();
  }

  Throughput writes() {
    return writes;
  }

  Throughput reads() {
    return reads;
  }
}
