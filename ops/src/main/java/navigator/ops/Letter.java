package navigator.ops;

import java.time.Instant;
import java.util.List;
import navigator.contracts.ConversationId;
import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.table.DeadLetterState;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as the table has it. What a message that could not be read does not tell is null.
 *
 * @param generation the one that failed last
 * @param attempts model calls of that generation that count; throttled ones do not
 * @param replay the name of the replay that has it, or had it last
 * @param operation of the records of what an operator decided about it last
 * @param expiresAt until when it can be restored and replayed
 * @param originalKept whether the request can be asked again as it was
 * @param generations every failure, the oldest first
 * @param bodySha256 of a message that could not be read
 * @param text only if asked for, and there
 */
public record Letter(
    DeadLetterId id,
    DeadLetterState state,
    Instant failedAt,
    Instant updatedAt,
    Instant expiresAt,
    @Nullable ErrorCode code,
    @Nullable String detail,
    @Nullable String model,
    @Nullable String userId,
    @Nullable ConversationId conversationId,
    @Nullable String role,
    @Nullable Integer generation,
    @Nullable Integer attempts,
    @Nullable Instant firstFailureAt,
    @Nullable Instant lastFailureAt,
    @Nullable String replay,
    @Nullable String operation,
    boolean originalKept,
    List<Generation> generations,
    @Nullable String bodySha256,
    @Nullable Text text) {

  public Letter {
    generations = List.copyOf(generations);
  }

  /**
   * How one generation failed.
   *
   * @param model that was asked last; null on old letters, as are the times of its failures
   * @param failedAt when the letter was parked for it
   */
  public record Generation(
      int generation,
      ErrorCode code,
      String detail,
      int attempts,
      Instant failedAt,
      @Nullable String model,
      @Nullable Instant firstFailureAt,
      @Nullable Instant lastFailureAt) {}

  /**
   * What a person wrote.
   *
   * @param message as it was queued
   * @param bodyPrefix the beginning of a message that could not be read
   */
  public record Text(@Nullable String message, @Nullable String bodyPrefix) {}

  /** Whether it is past its time, though the table may still have it for a while. */
  boolean isExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }

  /** What the index tells of it. */
  LetterSummary summary() {
    return new LetterSummary(
        id, state, failedAt, code, detail, model, userId, conversationId, generation);
  }
}
