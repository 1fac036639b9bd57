package navigator.bench.rival;

import java.time.Duration;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * How a client repeats a call that was throttled. The numbers are those of the SDK 2.50; its
 * back-offs can be scaled, the rate limiter of {@link #ADAPTIVE} cannot.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">Retry
 *     behavior</a>
 */
public enum Retries {
  /** Never. */
  NONE {
    @Override
    RetryStrategy strategy(UnaryOperator<Duration> scaled) {
      return AwsRetryStrategy.doNotRetry();
    }
  },
  /** Four attempts; what an SDK does that is told nothing. */
  LEGACY {
    @Override
    RetryStrategy strategy(UnaryOperator<Duration> scaled) {
      return AwsRetryStrategy.legacyRetryStrategy().toBuilder()
          .backoffStrategy(fullJitter(BASE, scaled))
          .throttlingBackoffStrategy(
              BackoffStrategy.exponentialDelayHalfJitter(
                  scaled.apply(LEGACY_THROTTLED), scaled.apply(LONGEST)))
          .build();
    }
  },
  /** Three attempts, of which a bucket of tokens allows fewer when many fail. */
  STANDARD {
    @Override
    RetryStrategy strategy(UnaryOperator<Duration> scaled) {
      return AwsRetryStrategy.standardRetryStrategy().toBuilder()
          .backoffStrategy(fullJitter(BASE, scaled))
          .throttlingBackoffStrategy(fullJitter(THROTTLED, scaled))
          .build();
    }
  },
  /** As {@link #STANDARD}, with a limit on the client's rate that follows what is throttled. */
  ADAPTIVE {
    @Override
    RetryStrategy strategy(UnaryOperator<Duration> scaled) {
      return AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
          .backoffStrategy(fullJitter(BASE, scaled))
          .throttlingBackoffStrategy(fullJitter(THROTTLED, scaled))
          .build();
    }
  };

  private static final Duration BASE = Duration.ofMillis(100);
  private static final Duration LEGACY_THROTTLED = Duration.ofMillis(500);
  private static final Duration THROTTLED = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** The strategy at a run's pace. */
  abstract RetryStrategy strategy(UnaryOperator<Duration> scaled);

  /** Whether what failed in the end is left to the queue's own visibility and redrive. */
  boolean leavesToQueue() {
    return this != NONE;
  }

  private static BackoffStrategy fullJitter(Duration base, UnaryOperator<Duration> scaled) {
    return BackoffStrategy.exponentialDelay(scaled.apply(base), scaled.apply(LONGEST));
  }
}
