package navigator.ingest.limit;

import java.time.Instant;
import navigator.contracts.RequestId;

/**
 * One conditional write that acquires a permit. Times are microseconds since 1970.
 *
 * @param form which state of the item it is for
 * @param tat what an idle user's is set to
 * @param interval what a busy user's grows by
 * @param latest what a busy user's may be before that
 * @param pending requests that may be pending, this one included
 * @param expiresAt when the item may be deleted
 */
public record PermitWrite(
    String userId,
    RequestId request,
    Form form,
    long now,
    long tat,
    long interval,
    long latest,
    int pending,
    Instant expiresAt) {

  /** States of a user's item: a write is for one of them, and refused by the others. */
  public enum Form {
    /** There is none. */
    FIRST,
    /** All that was taken of the rate is given back. */
    IDLE,
    /** Some is not. */
    BUSY
  }
}
