package navigator.ops;

import java.time.Instant;

/**
 * An outcome's event as it is published.
 *
 * @param detail its JSON
 * @param time of its first publication
 */
public record BusEvent(String detailType, String detail, Instant time) {}
