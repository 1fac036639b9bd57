package navigator.inference.simulation;

import java.util.Optional;
import navigator.inference.quota.QuotaChange;
import navigator.inference.quota.QuotaState;
import navigator.inference.quota.QuotaTable;
import navigator.inference.quota.QuotaWriting;

/** A table that knows whether its last write reached it. */
final class LastWriting implements QuotaTable {

  private final QuotaTable table;
  private boolean lost;

  LastWriting(QuotaTable table) {
    this.table = table;
  }

  @Override
  public QuotaWriting write(QuotaChange change) {
    QuotaWriting writing = table.write(change);
    lost = writing instanceof QuotaWriting.Unreachable;
    return writing;
  }

  @Override
  public Optional<QuotaState> read() {
    return table.read();
  }

  boolean lost() {
    return lost;
  }
}
