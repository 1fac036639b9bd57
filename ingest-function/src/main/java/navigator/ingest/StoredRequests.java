package navigator.ingest;

import navigator.contracts.RequestId;

/** Where requests are looked up that were stored before. */
@FunctionalInterface
public interface StoredRequests {

  /** Whether that request is stored, or nobody can tell. */
  boolean mayHold(RequestId id);
}
