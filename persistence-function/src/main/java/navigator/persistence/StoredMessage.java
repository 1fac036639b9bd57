package navigator.persistence;

import java.time.Instant;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * A message as the table has it.
 *
 * @param fallbackReason there if it is a fallback reply
 */
public record StoredMessage(
    RequestId requestId,
    String author,
    String text,
    Instant timestamp,
    @Nullable String model,
    @Nullable ErrorCode fallbackReason) {}
