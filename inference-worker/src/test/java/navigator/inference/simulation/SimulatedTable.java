package navigator.inference.simulation;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import navigator.inference.quota.QuotaChange;
import navigator.inference.quota.QuotaField;
import navigator.inference.quota.QuotaState;
import navigator.inference.quota.QuotaTable;
import navigator.inference.quota.QuotaWriting;
import org.jspecify.annotations.Nullable;

/** The item in memory, one write at a time. It can be away, and lose the answer to a write. */
public final class SimulatedTable implements QuotaTable {

  private final BooleanSupplier away;
  private final BooleanSupplier losesAnswer;
  private @Nullable QuotaState state;
  private int writes;

  public SimulatedTable() {
    this(() -> false, () -> false);
  }

  public SimulatedTable(BooleanSupplier away, BooleanSupplier losesAnswer) {
    this.away = away;
    this.losesAnswer = losesAnswer;
  }

  @Override
  public synchronized QuotaWriting write(QuotaChange change) {
    if (away.getAsBoolean()) {
      return new QuotaWriting.Unreachable();
    }
    writes++;
    QuotaState old = state;
    if (!change.allowedOn(old)) {
      return new QuotaWriting.Refused(old);
    }
    QuotaState changed = old == null ? new QuotaState(change.sets()) : old.after(change);
    state = changed;
    return losesAnswer.getAsBoolean()
        ? new QuotaWriting.Unreachable()
        : new QuotaWriting.Written(changed);
  }

  @Override
  public synchronized Optional<QuotaState> read() {
    return away.getAsBoolean() ? Optional.empty() : Optional.ofNullable(state);
  }

  /** A field of the item; 0 if it is not there. */
  public synchronized long get(QuotaField field) {
    return state == null ? 0 : state.fields().getOrDefault(field, 0L);
  }

  /** Writes that were paid for, refused ones included. */
  public synchronized int writes() {
    return writes;
  }
}
