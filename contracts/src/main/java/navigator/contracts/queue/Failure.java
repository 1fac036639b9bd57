package navigator.contracts.queue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import navigator.contracts.ErrorCode;

/**
 * Why a request was given up, as it travels with its dead letter.
 *
 * @param detail a sentence without prompt or reply text
 * @param attempts model calls that count; throttled ones do not
 */
public record Failure(
    ErrorCode code, String detail, int attempts, Instant firstAt, Instant lastAt) {

  public Failure {
    requireNonNull(code, "code is missing");
    requireNonNull(detail, "detail is missing");
    requireNonNull(firstAt, "first_at is missing");
    requireNonNull(lastAt, "last_at is missing");
  }
}
