package navigator.inference;

import java.time.Instant;
import navigator.contracts.ErrorCode;
import navigator.contracts.queue.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What a generation of a request has behind it, kept from delivery to delivery.
 *
 * @param attempts model calls that were made, neither throttled nor probes of a model that is down,
 *     nor refused by a model where another was asked
 * @param firstFailureAt when the first of them failed, or was throttled
 * @param lastFailureAt when the latest did
 * @param lastFault why
 */
public record Progress(
    int attempts,
    @Nullable Instant firstFailureAt,
    @Nullable Instant lastFailureAt,
    @Nullable ErrorCode lastFault) {

  /** Nothing yet. */
  public static final Progress NONE = new Progress(0, null, null, null);

  Progress answered() {
    return new Progress(attempts + 1, firstFailureAt, lastFailureAt, lastFault);
  }

  Progress failed(ErrorCode code, Instant now) {
    return new Progress(attempts + 1, first(now), now, code);
  }

  // A throttled call is no attempt: a 429 says nothing about the request.
  Progress throttled(Instant now) {
    return probed(ErrorCode.THROTTLED, now);
  }

  // While a model is down, or not for us, a call only finds that out: it is no attempt.
  Progress probed(ErrorCode code, Instant now) {
    return new Progress(attempts, first(now), now, code);
  }

  /** Why the request is given up at {@code now}. */
  Failure failure(ErrorCode code, String detail, Instant now) {
    return new Failure(code, detail, attempts, first(now), now);
  }

  private Instant first(Instant now) {
    return firstFailureAt == null ? now : firstFailureAt;
  }
}
