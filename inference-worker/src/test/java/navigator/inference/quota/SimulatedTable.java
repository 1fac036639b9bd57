package navigator.inference.quota;

import java.util.Optional;
import java.util.function.BooleanSupplier;
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

  synchronized long get(QuotaField field) {
    return state == null ? 0 : state.get(field);
  }

  /** Writes that were paid for, refused ones included. */
  synchronized int writes() {
    return writes;
  }
}
