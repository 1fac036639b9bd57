package navigator.persistence;

import java.util.Optional;
import navigator.contracts.table.Key;

/** Where messages are looked up. */
@FunctionalInterface
public interface MessageReader {

  /** The message of that key as it is now; empty if there is none, or its text is erased. */
  Optional<StoredMessage> find(Key key);
}
