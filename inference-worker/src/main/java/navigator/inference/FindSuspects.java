package navigator.inference;

import java.util.Collection;
import java.util.Set;
import navigator.contracts.RequestId;

/** Tells which requests may have brought a process down. */
@FunctionalInterface
public interface FindSuspects {

  /** Those with a crash on record, or a lease that was never released. */
  Set<RequestId> among(Collection<RequestId> ids);
}
