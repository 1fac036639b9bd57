package navigator.inference;

import java.time.Instant;
import navigator.contracts.RequestId;

/** Gives a lease back before its end and keeps what the work has behind it. */
@FunctionalInterface
public interface ReleaseClaim {

  /**
   * Releases the lease of {@code owner}; does nothing if it is not theirs any more.
   *
   * @param until when the request is to be worked on again
   */
  void release(RequestId id, String owner, Progress progress, Instant until);
}
