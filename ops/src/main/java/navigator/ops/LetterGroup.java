package navigator.ops;

import java.time.Instant;
import navigator.contracts.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters that have failed in the same way.
 *
 * @param code null for messages that could not be read
 * @param detail as on the letters; null if they have none
 * @param retryable whether the same request, sent again, may be answered
 * @param count how many there are
 * @param firstSeen the oldest of their latest failures
 * @param lastSeen the newest
 */
public record LetterGroup(
    @Nullable ErrorCode code,
    @Nullable String detail,
    boolean retryable,
    long count,
    Instant firstSeen,
    Instant lastSeen) {

  /** What letters of one group have in common. */
  record Kind(@Nullable ErrorCode code, @Nullable String detail) {

    static Kind of(LetterSummary letter) {
      return new Kind(letter.code(), letter.detail());
    }
  }

  static LetterGroup of(LetterSummary letter) {
    ErrorCode code = letter.code();
    return new LetterGroup(
        code,
        letter.detail(),
        code != null && code.retryable(),
        1,
        letter.failedAt(),
        letter.failedAt());
  }

  /** Both together. */
  LetterGroup and(LetterGroup other) {
    return new LetterGroup(
        code,
        detail,
        retryable,
        count + other.count,
        firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen,
        lastSeen.isAfter(other.lastSeen) ? lastSeen : other.lastSeen);
  }
}
