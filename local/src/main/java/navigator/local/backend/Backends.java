package navigator.local.backend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import navigator.local.topology.Topology;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The real parts behind the gateway: DynamoDB Local with the topology's tables and ElasticMQ with
 * its queues, each on 127.0.0.1 and a free port. They check no credentials: only the gateway is to
 * call them.
 */
public final class Backends implements AutoCloseable {

  private final DynamoDbLocal dynamoDb;
  private final ElasticMq elasticMq;

  private Backends(DynamoDbLocal dynamoDb, ElasticMq elasticMq) {
    this.dynamoDb = dynamoDb;
    this.elasticMq = elasticMq;
  }

  /**
   * Starts both, which takes some seconds, and makes what is not there yet.
   *
   * @param gateway the URL that the queues' URLs begin with
   * @param directory where items and messages outlive the process; empty: in memory
   */
  public static Backends start(Topology topology, URI gateway, Optional<Path> directory)
      throws IOException {
    var dynamoDb = DynamoDbLocal.start(directory.map(d -> d.resolve("dynamodb")));
    try {
      var elasticMq =
          ElasticMq.start(
              gateway, topology.region(), topology.account(), directory.map(d -> d.resolve("sqs")));
      var started = new Backends(dynamoDb, elasticMq);
      started.create(topology);
      return started;
    } catch (IOException | RuntimeException e) {
      dynamoDb.close();
      throw e;
    }
  }

  private void create(Topology topology) {
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("backends", "backends"));
    var region = Region.of(topology.region());
    try (var client =
        DynamoDbClient.builder()
            .endpointOverride(dynamoDb.url())
            .region(region)
            .credentialsProvider(credentials)
            .build()) {
      new Tables(client).create(topology.tables());
    }
    try (var client =
        SqsClient.builder()
            .endpointOverride(elasticMq.url())
            .region(region)
            .credentialsProvider(credentials)
            .build()) {
      new Queues(client).create(topology.queues());
    }
  }

  /** Where DynamoDB Local listens. */
  public URI dynamoDb() {
    return dynamoDb.url();
  }

  /** Where ElasticMQ listens. */
  public URI sqs() {
    return elasticMq.url();
  }

  @Override
  public void close() {
    try {
      elasticMq.close();
    } finally {
      dynamoDb.close();
    }
  }
}
