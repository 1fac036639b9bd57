package navigator.inference.simulation;

import java.time.Duration;
import java.util.Random;
import navigator.inference.quota.CallCost;
import navigator.inference.quota.Tempo;

/**
 * What simulated calls are like.
 *
 * @param spread of the outputs: the standard deviation of their logarithm
 * @param latency of a call, in seconds; half as much at least, and one and a half times at most
 */
public record Demand(
    long input, long maxOutput, long expectedOutput, double spread, double latency) {

  /** As of a chat: costs 2,300 quota tokens a call, of which no two are the same. */
  public static final Demand CHAT = new Demand(800, 1000, 300, 0.4, 4);

  /** What the worker expects of a call. */
  public CallCost cost(int burndown) {
    Duration time = Duration.ofMillis((long) (latency * 1000));
    return CallCost.of(input, maxOutput, expectedOutput, burndown, time, Tempo.REAL);
  }

  /** What Bedrock reserves for a call, in quota tokens. */
  public long reserved() {
    return input + maxOutput;
  }

  long settled(int burndown, Random random) {
    double factor = Math.exp(random.nextGaussian() * spread - spread * spread / 2);
    long output = Math.clamp((long) (expectedOutput * factor), 1, maxOutput);
    return input + burndown * output;
  }

  long micros(Random random) {
    return (long) (latency * 1_000_000 * (0.5 + random.nextDouble()));
  }
}
