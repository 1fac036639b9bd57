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
public record Standing(@Nullable OfRequest request, @Nullable OfLetter letter) {

  /**
   * A request.
   *
   * @param pending whether it waits for an outcome
   * @param erased whether its conversation was deleted
   */
  public record OfRequest(
      int generation,
      Status status,
      boolean pending,
      boolean erased,
      Instant updatedAt,
      Instant deadlineAt,
      long expiresAt) {}

  /**
   * A dead letter.
   *
   * @param original what was asked; null if it was not kept, or cannot be read
   */
  public record OfLetter(
      int generation, DeadLetterState state, @Nullable ChatRequest original, long expiresAt) {}
}
