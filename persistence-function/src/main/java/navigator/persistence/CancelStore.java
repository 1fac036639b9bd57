package navigator.persistence;

import java.time.Instant;

/** Where requests are cancelled. */
@FunctionalInterface
public interface CancelStore {

  /**
   * Cancels the request and takes it out of the pending ones, if it is still as it was seen and
   * without a stored outcome.
   *
   * @param at when it gets its new status; never before its last
   */
  UpdateVerdict cancel(StoredRequest seen, Instant at);
}
