package navigator.persistence;

import java.util.Optional;
import navigator.contracts.event.ChatOutcome;

/** Where the outcomes are looked up that the worker stored before it published them. */
@FunctionalInterface
public interface OutcomeReader {

  /** The stored outcome of the request's current generation. */
  Optional<ChatOutcome> find(StoredRequest request);
}
