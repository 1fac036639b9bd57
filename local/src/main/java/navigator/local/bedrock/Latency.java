package navigator.local.bedrock;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long the model takes: the time to the first token, and the output at a steady speed.
 *
 * @param firstToken the time to the first token
 * @param tokensPerSecond above 0
 * @param spread by which part the whole may be longer or shorter, from 0 to 1
 * @param refusal how long an error takes
 */
public record Latency(
    Duration firstToken, double tokensPerSecond, double spread, Duration refusal) {
  /** About what a current Sonnet takes. */
  public static final Latency TYPICAL =
      new Latency(Duration.ofMillis(600), 80, 0.3, Duration.ofMillis(50));

  /** Everything at once. */
  public static final Latency NONE =
      new Latency(Duration.ZERO, Double.POSITIVE_INFINITY, 0, Duration.ZERO);

  public Latency {
    if (!(tokensPerSecond > 0) || !(spread >= 0 && spread <= 1)) {
      throw new IllegalArgumentException(
          "Latency needs a speed above 0 and a spread of 0 to 1: %s, %s"
              .formatted(tokensPerSecond, spread));
    }
  }

  Duration of(int outputTokens, RandomGenerator random) {
    var steady = firstToken.toMillis() + 1000 * (outputTokens / tokensPerSecond);
    return Duration.ofMillis(Math.round(steady * (1 + spread * (2 * random.nextDouble() - 1))));
  }
}
