package navigator.inference;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that one run of the function has.
 *
 * @param endsAt when the process is stopped, whatever it is doing
 * @param waiting what may be spent waiting, shared by the batch
 */
public record Invocation(Instant endsAt, SharedWait waiting) {

  /** Whether {@code needed} fits between {@code now} and the end. */
  public boolean leaves(Duration needed, Instant now) {
    return !now.plus(needed).isAfter(endsAt);
  }
}
