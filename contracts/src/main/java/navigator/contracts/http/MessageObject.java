package navigator.contracts.http;

import java.time.Instant;
import navigator.contracts.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * A message of a conversation as its owner sees it.
 *
 * @param author {@code user} or {@code assistant}
 * @param timestamp when it was written
 * @param model the model that wrote it
 * @param fallback there if the message is a fallback reply
 */
public record MessageObject(
    RequestId requestId,
    String author,
    String message,
    Instant timestamp,
    @Nullable String model,
    RequestObject.@Nullable Fallback fallback) {}
