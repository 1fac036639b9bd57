package navigator.ops;

import java.time.Instant;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A request as the table has it, without its text.
 *
 * @param generation the current one: 0, and one more for each replay
 * @param pending whether it waits for an outcome, be it its first or a replay's
 * @param attempts model calls of this generation that count; throttled ones do not
 * @param crashes claims that were never released
 * @param lastFault the code of its latest model call that failed, while it has no outcome
 * @param leaseUntil until when a worker has it; null while none does
 * @param deferredUntil when its delivery comes back that was deferred last
 * @param erasedAt since when no text is stored for it; null unless its conversation is deleted
 */
public record RequestFacts(
    RequestId requestId,
    ConversationId conversationId,
    String userId,
    String role,
    Status status,
    int generation,
    boolean pending,
    Instant createdAt,
    Instant updatedAt,
    Instant deadlineAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    int attempts,
    int crashes,
    @Nullable String model,
    @Nullable String stopReason,
    @Nullable Usage usage,
    @Nullable ErrorCode errorCode,
    @Nullable String errorDetail,
    @Nullable ErrorCode lastFault,
    @Nullable Instant firstFailureAt,
    @Nullable Instant lastFailureAt,
    @Nullable Instant leaseUntil,
    @Nullable Instant deferredUntil,
    @Nullable Instant erasedAt) {}
