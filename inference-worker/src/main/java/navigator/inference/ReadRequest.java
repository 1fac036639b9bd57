package navigator.inference;

import java.util.Optional;
import navigator.contracts.RequestId;

/** Reads what the table knows of a request. */
@FunctionalInterface
public interface ReadRequest {

  /** The request with the outcomes of all its generations, if there is one of that id. */
  Optional<StoredRequest> read(RequestId id);
}
