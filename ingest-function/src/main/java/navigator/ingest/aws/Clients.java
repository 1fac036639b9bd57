package navigator.ingest.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * The SDK's clients with retries and time-outs that end well within a function's own; DynamoDB's
 * defaults would take up to 58 seconds.
 */
final class Clients {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final Duration CALL = Duration.ofSeconds(4);
  private static final int TABLE_ATTEMPTS = 8;
  private static final int QUEUE_ATTEMPTS = 3;

  /** Of calls that a submit can do without: it has a client waiting. */
  static final AwsRequestOverrideConfiguration BRIEFLY =
      AwsRequestOverrideConfiguration.builder()
          .apiCallAttemptTimeout(Duration.ofMillis(500))
          .apiCallTimeout(Duration.ofSeconds(1))
          .build();

  private Clients() {}

  /** The table's client; it also retries transactions that others were in the way of. */
  static DynamoDbClient dynamo() {
    return dynamo(DynamoDbClient.builder());
  }

  /** The same for a builder that knows where the table is. */
  static DynamoDbClient dynamo(DynamoDbClientBuilder builder) {
    StandardRetryStrategy retries =
        retries(TABLE_ATTEMPTS).toBuilder().retryOnException(Cancellations::isContended).build();
    return builder.httpClientBuilder(http()).overrideConfiguration(bounded(retries)).build();
  }

  /** The queue's client. */
  static SqsClient sqs() {
    return sqs(SqsClient.builder());
  }

  /** The same for a builder that knows where the queue is. */
  static SqsClient sqs(SqsClientBuilder builder) {
    return builder
        .httpClientBuilder(http())
        .overrideConfiguration(bounded(retries(QUEUE_ATTEMPTS)))
        .build();
  }

  private static StandardRetryStrategy retries(int attempts) {
    // The SDK's exponential delay is full jitter.
    BackoffStrategy backoff =
        BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofSeconds(1));
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(attempts)
        .backoffStrategy(backoff)
        .throttlingBackoffStrategy(backoff)
        .build();
  }

  private static ClientOverrideConfiguration bounded(StandardRetryStrategy retries) {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(ATTEMPT)
        .apiCallTimeout(CALL)
        .retryStrategy(retries)
        .build();
  }

  private static Apache5HttpClient.Builder http() {
    return Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT);
  }
}
