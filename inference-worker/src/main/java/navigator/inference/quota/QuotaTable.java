package navigator.inference.quota;

import java.util.Optional;

/** The one item that all environments keep a quota's pace on. */
public interface QuotaTable {

  /** Writes once, and never again: what comes of it is a value. */
  QuotaWriting write(QuotaChange change);

  /** The item as it is; empty if there is none, or nobody can tell. */
  Optional<QuotaState> read();
}
