package navigator.inference;

import java.time.Duration;

/**
 * How often and how patiently the model is called.
 *
 * @param callBudget what must be left of the invocation to start a call
 * @param maxAttempts calls that fail before the request is given up; throttled ones do not count
 * @param failed the wait after so many failed attempts
 * @param throttled the wait of a throttled delivery after so many receives
 */
public record CallPolicy(Duration callBudget, int maxAttempts, BackOff failed, BackOff throttled) {}
