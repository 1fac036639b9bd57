package navigator.ops;

import org.jspecify.annotations.Nullable;

/**
 * A message of a failure queue.
 *
 * @param handle of this receive
 * @param event that it holds; null if it holds none of ours
 */
public record FailedEvent(String messageId, String handle, @Nullable BusEvent event) {}
