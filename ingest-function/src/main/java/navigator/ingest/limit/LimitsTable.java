package navigator.ingest.limit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import navigator.contracts.RequestId;
import navigator.contracts.Status;

/** Where it is kept what users have taken; what cannot be had in time is a value. */
public interface LimitsTable {

  /** Acquires a permit. */
  PermitWriteResult acquire(PermitWrite write);

  /** Where requests stand that are stored; empty if nobody can tell. */
  Optional<Map<RequestId, Status>> statuses(Set<RequestId> requests);

  /** Releases permits; whether that was done. */
  boolean release(String userId, Set<RequestId> requests);
}
