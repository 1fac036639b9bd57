package navigator.persistence;

import java.time.Instant;

/** Where requests are closed to all text. */
@FunctionalInterface
public interface SealStore {

  /**
   * Makes the request one that no text is stored for any more, if it is still as it was seen; a
   * pending one is cancelled, and the replay of one that fell back given up.
   *
   * @param at when it gets its new status; never before its last
   */
  UpdateVerdict seal(StoredRequest seen, Instant at);
}
