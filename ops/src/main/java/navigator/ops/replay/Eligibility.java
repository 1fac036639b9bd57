package navigator.ops.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import navigator.contracts.Status;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.SkipReason;
import navigator.ops.replay.RequestSnapshot.StoredEnd;
import org.jspecify.annotations.Nullable;

/** Whether what was matched is to be asked, now that its turn has come. */
sealed interface Eligibility {

  /** It is. */
  record Ask(Question question) implements Eligibility {}

  /** It is not. */
  record Skip(Entry entry) implements Eligibility {}

  static Eligibility of(
      Entry entry, @Nullable RequestSnapshot snapshot, Duration deadline, Instant now) {
    RequestSnapshot.OfRequest request = snapshot == null ? null : snapshot.request();
    RequestSnapshot.OfLetter letter = snapshot == null ? null : snapshot.letter();
    if (request == null || letter == null || hasExpired(request, letter, now)) {
      return new Skip(entry.leftOut(SkipReason.GONE));
    }
    SkipReason why = reason(entry, request, letter);
    if (why != null) {
      return new Skip(entry.leftOut(why));
    }
    return letter.original() == null
        ? new Skip(entry.leftOut(SkipReason.NO_ORIGINAL))
        : new Ask(Question.of(entry, request, letter, letter.original(), deadline, now));
  }

  // DynamoDB deletes what has expired within some days, and never what has no such time.
  private static boolean hasExpired(
      RequestSnapshot.OfRequest request, RequestSnapshot.OfLetter letter, Instant now) {
    return LongStream.of(request.expiresAt(), letter.expiresAt())
        .anyMatch(time -> time != 0 && time <= now.getEpochSecond());
  }

  private static @Nullable SkipReason reason(
      Entry entry, RequestSnapshot.OfRequest request, RequestSnapshot.OfLetter letter) {
    if (request.erased()) {
      return SkipReason.ERASED;
    }
    if (request.status() == Status.COMPLETED || request.outcome() == StoredEnd.ANSWER) {
      return SkipReason.ANSWERED_MEANWHILE;
    }
    if (letter.state() == DeadLetterState.DISCARDED) {
      return SkipReason.DISCARDED;
    }
    if (request.pending() || letter.state() != DeadLetterState.PARKED) {
      return SkipReason.REPLAYING_ELSEWHERE;
    }
    if (request.generation() != entry.generation() || letter.generation() != entry.generation()) {
      return SkipReason.FAILED_ELSEWHERE;
    }
    return request.status() == Status.FALLBACK ? null : SkipReason.GONE;
  }
}
