package navigator.local.lambda.async;

import java.time.Instant;
import navigator.local.lambda.runtime.Invocation;

/**
 * An event that was accepted for a function.
 *
 * @param acceptedAt from when on it ages
 */
public record AsyncEvent(Invocation invocation, Instant acceptedAt) {}
