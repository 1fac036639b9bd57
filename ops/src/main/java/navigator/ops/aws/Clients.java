package navigator.ops.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * The clients with retries and time-outs that end well within a function's own; the table's
 * defaults would take up to 58 seconds.
 */
final class Clients {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofMillis(1_500);
  private static final Duration CALL = Duration.ofSeconds(4);
  private static final int ATTEMPTS = 8;

  private Clients() {}

  /** A client that also retries transactions that others were in the way of. */
  static DynamoDbClient dynamo() {
    return dynamo(DynamoDbClient.builder());
  }

  /** The same for a builder that knows where the table is. */
  static DynamoDbClient dynamo(DynamoDbClientBuilder builder) {
    return builder
        .httpClientBuilder(
            Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
        .overrideConfiguration(bounded(ATTEMPT, CALL))
        .build();
  }

  /** The queues' client. */
  static SqsClient sqs() {
    return sqs(SqsClient.builder());
  }

  /** The same for a builder that knows where the queues are. */
  static SqsClient sqs(SqsClientBuilder builder) {
    return builder
        .httpClientBuilder(
            Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
        .overrideConfiguration(bounded(ATTEMPT, CALL))
        .build();
  }

  /** The same with other patience, over connections that others use too. */
  static DynamoDbClient dynamo(
      DynamoDbClientBuilder builder, SdkHttpClient http, Duration attempt, Duration call) {
    return builder.httpClient(http).overrideConfiguration(bounded(attempt, call)).build();
  }

  private static ClientOverrideConfiguration bounded(Duration attempt, Duration call) {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(attempt)
        .apiCallTimeout(call)
        .retryStrategy(retries())
        .build();
  }

  private static StandardRetryStrategy retries() {
    // The SDK's exponential delay is full jitter.
    BackoffStrategy backoff =
        BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofSeconds(1));
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(ATTEMPTS)
        .backoffStrategy(backoff)
        .throttlingBackoffStrategy(backoff)
        .retryOnException(Cancellations::isContended)
        .build();
  }
}
