package navigator.inference.quota;

import java.time.Duration;

/**
 * What a call is expected to take of the quota, in quota tokens.
 *
 * @param settled what it will have cost in the end: input and, times the burndown, output
 * @param held what is reserved beyond that while it runs, in proportion to the minute
 * @param latency how long it is expected to take
 */
public record CallCost(long settled, long held, Duration latency) {

  /**
   * The cost of a call. Bedrock reserves the input and the most output that it may give, and
   * settles at its end; what is reserved in vain is gone for that long only.
   *
   * @param maxOutput the most output tokens
   * @param output expected
   * @param latency expected
   */
  public static CallCost of(
      long input, long maxOutput, long output, int burndown, Duration latency, Tempo tempo) {
    long settled = Math.max(1, input + burndown * output);
    double share = Math.min(1, (double) latency.toMillis() / tempo.minute().toMillis());
    long beyond = Math.max(0, input + maxOutput - settled);
    return new CallCost(settled, (long) Math.ceil(beyond * share), latency);
  }

  long charge() {
    return settled + held;
  }
}
