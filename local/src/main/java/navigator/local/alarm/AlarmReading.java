package navigator.local.alarm;

import java.util.OptionalDouble;

/**
 * How an alarm stands.
 *
 * @param value of the latest period; empty if nothing was counted
 */
public record AlarmReading(Alarm alarm, OptionalDouble value, AlarmState state) {}
