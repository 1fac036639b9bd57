package navigator.ops.replay;

import java.time.Duration;
import java.time.Instant;
import navigator.contracts.IsoMicros;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.EntryState;
import navigator.ops.replay.RequestSnapshot.StoredEnd;

/**
 * A request that is to be asked again.
 *
 * @param message for the queue, in its new generation
 * @param failureStored whether nothing can be stored of the generation before it any more
 * @param at when it is asked
 * @param requestExpiresAt until when request and letter are kept at least, in epoch seconds
 */
public record Question(
    Entry entry,
    ChatRequest message,
    boolean failureStored,
    Instant at,
    long requestExpiresAt,
    long letterExpiresAt) {

  /** After its deadline a request has this long to end, and its replay to see it. */
  private static final Duration KEPT = Duration.ofDays(1);

  static Question of(
      Entry entry,
      RequestSnapshot.OfRequest request,
      RequestSnapshot.OfLetter letter,
      ChatRequest original,
      Duration deadline,
      Instant now) {
    Instant micros = IsoMicros.truncate(now);
    Instant at = micros.isBefore(request.updatedAt()) ? request.updatedAt() : micros;
    ChatRequest message = again(original, entry.generation() + 1, micros.plus(deadline));
    long needed = message.deadlineAt().plus(KEPT).getEpochSecond();
    return new Question(
        entry,
        message,
        request.outcome() == StoredEnd.SOME,
        at,
        Math.max(request.expiresAt(), needed),
        Math.max(letter.expiresAt(), needed));
  }

  /** The entry once the request is in its new generation. */
  public Entry asked() {
    return entry.in(EntryState.SENDING);
  }

  /** What was asked, to be asked again as that generation. */
  static ChatRequest again(ChatRequest original, int generation, Instant deadline) {
    return new ChatRequest(
        original.schemaVersion(),
        original.requestId(),
        original.conversationId(),
        original.userId(),
        original.role(),
        original.message(),
        original.turn(),
        original.acceptedAt(),
        deadline,
        generation,
        original.traceparent());
  }
}
