package navigator.ingest;

import java.time.Duration;
import navigator.contracts.Traceparent;
import navigator.contracts.http.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code POST /chat}.
 *
 * @param key null if the client sent none
 * @param remaining until the process is stopped
 */
public record SubmitCall(
    Caller caller,
    String body,
    Traceparent trace,
    @Nullable IdempotencyKey key,
    Duration remaining) {}
