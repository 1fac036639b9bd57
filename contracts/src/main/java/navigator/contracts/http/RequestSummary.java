package navigator.contracts.http;

import java.time.Instant;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import org.jspecify.annotations.Nullable;

/**
 * A chat request as its owner sees it in a list: a {@link RequestObject} without what is long.
 *
 * @param timestamp when the latest state began
 * @param model the model that answered
 * @param fallback there if the reply is not the model's
 */
public record RequestSummary(
    RequestId requestId,
    ConversationId conversationId,
    Status status,
    String userId,
    Instant timestamp,
    @Nullable String model,
    Instant createdAt,
    @Nullable Instant completedAt,
    Instant deadlineAt,
    RequestObject.@Nullable Fallback fallback,
    RequestObject.Urls urls) {}
