package navigator.ops.replay;

import java.time.Instant;
import navigator.contracts.Status;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.DeadLetterState;
import org.jspecify.annotations.Nullable;

/**
 * How a request and its dead letter stand at a moment.
 *
 * @param request null if there is none, or no more
 * @param letter null if there is none, or no more, or nobody asked for it
 */
public record RequestSnapshot(@Nullable OfRequest request, @Nullable OfLetter letter) {

  /**
   * A request.
   *
   * @param pending whether it waits for an outcome
   * @param outcome of its generation, whether or not its status says so yet
   * @param erased whether its conversation was deleted
   * @param expiresAt in seconds since 1970; 0: it does not
   */
  public record OfRequest(
      int generation,
      Status status,
      boolean pending,
      boolean erased,
      StoredEnd outcome,
      Instant updatedAt,
      Instant deadlineAt,
      long expiresAt) {}

  /** What a worker has stored of a generation. */
  public enum StoredEnd {
    NONE,
    /** No answer, or nobody looked. */
    SOME,
    /** An answer, which is on its way to the status, or where failed events are kept. */
    ANSWER
  }

  /**
   * A dead letter.
   *
   * @param original what was asked; null if it was not kept, or cannot be read
   * @param expiresAt in seconds since 1970; 0: it does not
   */
  public record OfLetter(
      int generation, DeadLetterState state, @Nullable ChatRequest original, long expiresAt) {}
}
