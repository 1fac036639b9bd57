package navigator.bench.replay.aws;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.environment.Variable;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Keys;
import navigator.local.backend.Backends;
import navigator.local.template.Placement;
import navigator.local.template.TemplateReader;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.Topology;
import navigator.ops.aws.OpsTable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The template's table and queue of requests, without the functions. Safe for use by many threads.
 */
public final class ReplayServers implements AutoCloseable {

  /** What nobody listens on: the servers are called directly. */
  private static final URI NO_GATEWAY = URI.create("http://127.0.0.1:1");

  private static final String KEY = "bench";
  private static final int CONNECTIONS = 100;

  private final Backends backends;
  private final String region;
  private final String table;
  private final String queueUrl;
  private final DynamoDbClient dynamo;
  private final DynamoDbClient readingDynamo;
  private final SqsClient sqs;
  private final CallCounts reads = new CallCounts();

  private ReplayServers(Topology topology) throws IOException {
    Map<String, String> environment = environmentOfReplays(topology);
    region = topology.region();
    table = requireNonNull(environment.get(Variable.TABLE_NAME));
    queueUrl = requireNonNull(environment.get(Variable.REQUEST_QUEUE_URL));
    backends = Backends.start(topology, NO_GATEWAY, Optional.empty());
    dynamo = dynamo(new CallCounts());
    readingDynamo = dynamo(reads);
    sqs =
        SqsClient.builder()
            .endpointOverride(backends.sqs())
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)))
            .build();
  }

  /**
   * Starts them, empty and in memory.
   *
   * @param cloudAssembly the folder that the CDK synthesized
   */
  public static ReplayServers start(Path cloudAssembly) throws IOException {
    return new ReplayServers(new TemplateReader(Placement.behind(NO_GATEWAY)).read(cloudAssembly));
  }

  private static Map<String, String> environmentOfReplays(Topology topology) {
    return topology.functions().stream()
        .map(LambdaFunction::environment)
        .filter(variables -> variables.containsKey(Variable.TABLE_NAME))
        .filter(variables -> variables.containsKey(Variable.REQUEST_QUEUE_URL))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No function has both table and queue"));
  }

  private DynamoDbClient dynamo(CallCounts counts) {
    return DynamoDbClient.builder()
        .endpointOverride(backends.dynamoDb())
        .region(Region.of(region))
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, KEY)))
        .httpClientBuilder(Apache5HttpClient.builder().maxConnections(CONNECTIONS))
        .overrideConfiguration(override -> override.addExecutionInterceptor(counts))
        .build();
  }

  /** With which another process finds them. */
  public Map<String, String> environment() {
    return Map.of(
        "AWS_ENDPOINT_URL_DYNAMODB", backends.dynamoDb().toString(),
        "AWS_ENDPOINT_URL_SQS", backends.sqs().toString(),
        "AWS_REGION", region,
        "AWS_ACCESS_KEY_ID", KEY,
        "AWS_SECRET_ACCESS_KEY", KEY);
  }

  public String table() {
    return table;
  }

  public String queueUrl() {
    return queueUrl;
  }

  /** The table as operators see it; what it reads is counted. */
  public OpsTable ops() {
    return new OpsTable(readingDynamo, table);
  }

  /** The calls of {@link #ops}. */
  public CallCounts reads() {
    return reads;
  }

  /** One query of one partition of the index of parked letters. */
  public void query(int limit) {
    var values =
        Map.of(
            ":partition",
            AttributeValue.fromS(Keys.deadLetterPartition(DeadLetterState.PARKED, 0)));
    var _ =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .indexName(Attribute.PENDING_INDEX)
                    .keyConditionExpression(Attribute.PENDING_INDEX_PK + " = :partition")
                    .expressionAttributeValues(values)
                    .limit(limit));
  }

  /** Leaves so many dead letters, as the pipeline does. */
  public void seed(int count, long seed) throws InterruptedException {
    new DeadLetterSeeding(dynamo, sqs, table, seed).seed(count);
  }

  /** Begins to answer what is on the queue. */
  public AnsweringPipeline answer() {
    return new AnsweringPipeline(dynamo, sqs, table, queueUrl);
  }

  /** Counts what became of {@code requests} requests, by reading all of the table. */
  public Findings count(String replay, int requests, AnsweringPipeline pipeline) {
    TableCount count = new TableCount();
    dynamo
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .forEach(count::take);
    return count.findings(replay, requests, pipeline.deliveries());
  }

  @Override
  public void close() {
    sqs.close();
    readingDynamo.close();
    dynamo.close();
    backends.close();
  }
}
