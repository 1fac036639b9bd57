package navigator.persistence;

import java.util.Optional;
import navigator.contracts.RequestId;

/** Where requests are looked up. */
@FunctionalInterface
public interface RequestReader {

  /** The request as it is now. */
  Optional<StoredRequest> find(RequestId id);
}
