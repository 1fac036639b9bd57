package navigator.local.gateway;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import navigator.local.Credentials;
import navigator.local.backend.Backends;
import navigator.local.iam.Principals;
import navigator.local.topology.PolicyStatement;
import navigator.local.topology.SqsQueue;
import navigator.local.topology.Topology;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The sample stack's backends behind a gateway, and the SDK's clients for them. */
final class RunningStack implements AutoCloseable {

  final Gateway gateway;
  final Topology topology;
  final Principals principals;
  final ScriptedFaults faults = new ScriptedFaults();
  private final Backends backends;
  private final HttpUpstream dynamoDb;
  private final HttpUpstream sqs;

  RunningStack(PolicyStatement... statements) throws IOException {
    gateway = Gateway.listen(0);
    topology = SampleStack.topology(gateway.url(), statements);
    principals = new Principals(topology, new Random(7));
    backends = Backends.start(topology, gateway.url(), Optional.empty());
    dynamoDb = new HttpUpstream(backends.dynamoDb());
    sqs = new HttpUpstream(backends.sqs());
    gateway.open(
        topology.region(),
        topology.account(),
        principals,
        Map.of(AwsService.DYNAMODB, dynamoDb, AwsService.SQS, new RepeatedDeletes(sqs)),
        faults);
  }

  Credentials worker() {
    return principals.issue(topology.functions().getFirst().role());
  }

  DynamoDbClient dynamoDb(Credentials who) {
    return configured(DynamoDbClient.builder(), who).build();
  }

  SqsClient sqs(Credentials who) {
    return configured(SqsClient.builder(), who).build();
  }

  SqsQueue queue(String arn) {
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
    gateway.close();
    dynamoDb.close();
    sqs.close();
    backends.close();
  }
}
