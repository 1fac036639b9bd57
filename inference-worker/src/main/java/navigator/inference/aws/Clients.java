package navigator.inference.aws;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes the SDK's clients, with bounded retries: each call ends within what the worker keeps for
 * storing and announcing after the longest model call. DynamoDB's defaults would take up to 58
 * seconds.
 *
 * @param http connections for the table, the queues and the bus
 * @param modelHttp connections for the model
 * @param origin sets where the services are, and whose credentials are used
 */
record Clients(
    SdkHttpClient http, SdkHttpClient modelHttp, Consumer<AwsClientBuilder<?, ?>> origin) {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final Duration CALL = Duration.ofSeconds(4);

  /** More than fit: the call's time-out is what ends a call that keeps failing. */
  private static final int ATTEMPTS = 10;

  /** Connections that fail fast. */
  static SdkHttpClient quick() {
    return Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT).build();
  }

  /** Connections that may be silent for as long as the longest model call takes. */
  static SdkHttpClient patient(Duration longestCall) {
    // The call's own time-out strikes first, so that it is told as one.
    return Apache5HttpClient.builder()
        .connectionTimeout(CONNECT)
        .socketTimeout(longestCall.plus(CONNECT))
        .build();
  }

  /** The table's client; it also retries transactions that others were in the way of. */
  DynamoDbClient dynamo() {
    StandardRetryStrategy retries =
        retries().toBuilder().retryOnException(Cancellations::isContended).build();
    return placed(DynamoDbClient.builder(), http, bounded(retries)).build();
  }

  /** The client of the quota's item: it never repeats a write, and soon gives up. */
  DynamoDbClient quota(Duration callTimeout) {
    ClientOverrideConfiguration once =
        ClientOverrideConfiguration.builder()
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .apiCallTimeout(callTimeout)
            .build();
    return placed(DynamoDbClient.builder(), http, once).build();
  }

  /** The queues' client. */
  SqsClient sqs() {
    return placed(SqsClient.builder(), http, bounded(retries())).build();
  }

  /** The bus's client. */
  EventBridgeClient events() {
    return placed(EventBridgeClient.builder(), http, bounded(retries())).build();
  }

  /**
   * The model's client: it never repeats a call, since the worker counts attempts, and says with
   * each how long it may take.
   */
  BedrockRuntimeClient bedrock() {
    ClientOverrideConfiguration once =
        ClientOverrideConfiguration.builder().retryStrategy(AwsRetryStrategy.doNotRetry()).build();
    return placed(BedrockRuntimeClient.builder(), modelHttp, once).build();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B placed(
      B builder, SdkHttpClient connections, ClientOverrideConfiguration configuration) {
    origin.accept(builder);
    return builder.httpClient(connections).overrideConfiguration(configuration);
  }

  private static StandardRetryStrategy retries() {
    // The SDK's exponential delay is full jitter.
    BackoffStrategy backOff =
        BackoffStrategy.exponentialDelay(Duration.ofMillis(25), Duration.ofSeconds(1));
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(ATTEMPTS)
        .backoffStrategy(backOff)
        .throttlingBackoffStrategy(backOff)
        .build();
  }

  private static ClientOverrideConfiguration bounded(StandardRetryStrategy retries) {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(ATTEMPT)
        .apiCallTimeout(CALL)
        .retryStrategy(retries)
        .build();
  }
}
