package navigator.ingest.load;

import java.util.Optional;
import navigator.contracts.table.QuotaPace;

/** Where the pace of the model's calls is looked up. */
@FunctionalInterface
public interface Paces {

  /** The pace as it is; empty if nobody can tell. */
  Optional<QuotaPace> now();
}
