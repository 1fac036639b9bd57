package navigator.ops.aws;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import navigator.contracts.environment.StackOutput;
import navigator.ops.StackParts;
import navigator.ops.StackQueue;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * An account as an operator reaches it from a terminal, with the patience of one. Safe for use by
 * many threads.
 */
public final class AwsAccount implements AutoCloseable {

  private static final Duration ATTEMPT = Duration.ofSeconds(20);
  private static final Duration CALL = Duration.ofSeconds(60);
  private static final int CONNECTIONS = 100;

  private final Origin origin;
  private final SdkHttpClient http;

  private AwsAccount(Origin origin, SdkHttpClient http) {
    this.origin = origin;
    this.http = http;
  }

  /** The account behind {@code origin}; nothing is called yet. */
  public static AwsAccount at(Origin origin) {
    return new AwsAccount(
        origin,
        Apache5HttpClient.builder()
            .socketTimeout(ATTEMPT)
            .connectionTimeout(Duration.ofSeconds(5))
            .maxConnections(CONNECTIONS)
            .build());
  }

  /** The ARN of who calls. */
  public String caller() {
    try (StsClient sts = client(StsClient.builder())) {
      return sts.getCallerIdentity().arn();
    }
  }

  /**
   * What a stack consists of, by its outputs; empty if there is none of that name.
   *
   * @throws IllegalStateException if the stack lacks an output, naming it
   */
  public Optional<StackParts> find(String stackName) {
    try (CloudFormationClient cloudFormation = client(CloudFormationClient.builder())) {
      return cloudFormation.describeStacks(stack -> stack.stackName(stackName)).stacks().stream()
          .findFirst()
          .map(stack -> parts(stack, region(cloudFormation)));
    } catch (CloudFormationException e) {
      if (e.awsErrorDetails() != null
          && "ValidationError".equals(e.awsErrorDetails().errorCode())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String region(CloudFormationClient client) {
    return client.serviceClientConfiguration().region().id();
  }

  private static StackParts parts(Stack stack, String region) {
    Map<String, String> outputs =
        stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    Map<StackQueue, String> queues = new EnumMap<>(StackQueue.class);
    for (StackQueue queue : StackQueue.values()) {
      queues.put(queue, output(stack, outputs, queue.output()));
    }
    return new StackParts(
        stack.stackName(),
        region,
        output(stack, outputs, StackOutput.TABLE_NAME),
        output(stack, outputs, StackOutput.EVENT_BUS_NAME),
        queues);
  }

  private static String output(Stack stack, Map<String, String> outputs, String name) {
    String value = outputs.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "The stack %s has no output %s: it is another's, or of an earlier build"
              .formatted(stack.stackName(), name));
    }
    return value;
  }

  /** The stack, to work with. */
  public ConnectedStack open(StackParts parts) {
    DynamoDbClient dynamo =
        Clients.dynamo(origin.configure(DynamoDbClient.builder()), http, ATTEMPT, CALL);
    return new ConnectedStack(
        parts,
        new OpsTable(dynamo, parts.table()),
        client(SqsClient.builder()),
        client(EventBridgeClient.builder()));
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return origin
        .configure(builder)
        .httpClient(http)
        .overrideConfiguration(config -> config.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
        .build();
  }

  @Override
  public void close() {
    http.close();
  }
}
