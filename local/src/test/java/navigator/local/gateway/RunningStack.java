package navigator.local.gateway;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import navigator.local.Credentials;
import navigator.local.FunctionInvoker;
import navigator.local.InvokeResult;
import navigator.local.TimeScale;
import navigator.local.backend.Backends;
import navigator.local.eventbridge.EventBridge;
import navigator.local.iam.Principals;
import navigator.local.journal.Backlogs;
import navigator.local.topology.PolicyStatement;
import navigator.local.topology.SqsQueue;
import navigator.local.topology.Topology;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The sample stack's backends and event buses behind a gateway, and the SDK's clients for them. */
public final class RunningStack implements AutoCloseable {

  public final Gateway gateway;
  public final Topology topology;
  public final Principals principals;
  public final ScriptedFaults faults = new ScriptedFaults();
  private final Backends backends;
  private final HttpUpstream dynamoDb;
  private final HttpUpstream sqs;
  public final EventBridge events;

  /** Without anything behind Bedrock, and without functions. */
  RunningStack(PolicyStatement... statements) throws IOException {
    this(Map.of(), new NoFunctions(), Backlogs.IN_MEMORY, statements);
  }

  /** With one more service behind the gateway. */
  static RunningStack with(AwsService service, Upstream upstream, PolicyStatement... statements)
      throws IOException {
    return new RunningStack(
        Map.of(service, upstream), new NoFunctions(), Backlogs.IN_MEMORY, statements);
  }

  /** With functions that get the events. */
  public static RunningStack invoking(FunctionInvoker functions, PolicyStatement... statements)
      throws IOException {
    return invoking(functions, Backlogs.IN_MEMORY, statements);
  }

  /** With functions that get the events, which are kept until they do. */
  public static RunningStack invoking(
      FunctionInvoker functions, Backlogs backlogs, PolicyStatement... statements)
      throws IOException {
    return new RunningStack(Map.of(), functions, backlogs, statements);
  }

  private RunningStack(
      Map<AwsService, Upstream> others,
      FunctionInvoker functions,
      Backlogs backlogs,
      PolicyStatement... statements)
      throws IOException {
    gateway = Gateway.listen(0);
    topology = SampleStack.topology(gateway.url(), statements);
    principals = new Principals(topology, new Random(7));
    backends = Backends.start(topology, gateway.url(), Optional.empty());
    dynamoDb = new HttpUpstream(backends.dynamoDb());
    sqs = new HttpUpstream(backends.sqs());
    events =
        new EventBridge(
            topology,
            functions,
            gateway.url(),
            principals.events(),
            backlogs,
            new TimeScale(1000),
            InstantSource.system(),
            new Random(7));
    var upstreams = new HashMap<AwsService, Upstream>(others);
    upstreams.put(AwsService.DYNAMODB, dynamoDb);
    upstreams.put(AwsService.SQS, new FifoMoves(new RepeatedDeletes(sqs), InstantSource.system()));
    upstreams.put(AwsService.EVENTS, events);
    upstreams.put(
        AwsService.CLOUDFORMATION,
        new StackDescriptions(topology, Map.of("ApiUrl", "http://127.0.0.1:1"), Instant.EPOCH));
    upstreams.put(AwsService.STS, new CallerIdentities(topology.account()));
    gateway.open(topology.region(), topology.account(), principals, upstreams, faults);
  }

  /** There are no functions, so that nothing can be invoked. */
  private static final class NoFunctions implements FunctionInvoker {
    @Override
    public InvokeResult invoke(String functionArn, String payload) {
      return new InvokeResult.Throttled();
    }

    @Override
    public void invokeAsync(String functionArn, String payload) {}
  }

  public Credentials worker() {
    return principals.issue(topology.functions().getFirst().role());
  }

  DynamoDbClient dynamoDb(Credentials who) {
    return configured(DynamoDbClient.builder(), who).build();
  }

  public SqsClient sqs(Credentials who) {
    return configured(SqsClient.builder(), who).build();
  }

  BedrockRuntimeClient bedrock(Credentials who) {
    return configured(BedrockRuntimeClient.builder(), who).build();
  }

  public EventBridgeClient events(Credentials who) {
    return configured(EventBridgeClient.builder(), who).build();
  }

  CloudFormationClient cloudFormation(Credentials who) {
    return configured(CloudFormationClient.builder(), who).build();
  }

  StsClient sts(Credentials who) {
    return configured(StsClient.builder(), who).build();
  }

  public SqsQueue queue(String arn) {
    return topology.queue(arn);
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder, Credentials who) {
    return builder
        .endpointOverride(gateway.url())
        .region(Region.US_WEST_2)
        .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
        .credentialsProvider(provider(who));
  }

  private static AwsCredentialsProvider provider(Credentials who) {
    return StaticCredentialsProvider.create(
        AwsSessionCredentials.create(who.accessKeyId(), who.secretAccessKey(), who.sessionToken()));
  }

  @Override
  public void close() {
    events.close();
    gateway.close();
    dynamoDb.close();
    sqs.close();
    backends.close();
  }
}
