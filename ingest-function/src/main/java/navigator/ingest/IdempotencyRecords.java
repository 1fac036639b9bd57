package navigator.ingest;

import java.time.Duration;

/** Where calls with the same key find one another. */
@FunctionalInterface
public interface IdempotencyRecords {

  /**
   * Begins to admit a submission.
   *
   * @param fingerprint of what is submitted
   * @param remaining how long this call can last
   */
  KeyClaim begin(String userId, IdempotencyKey key, String fingerprint, Duration remaining);
}
