package navigator.local.backend;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import navigator.local.journal.Backlog;
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
   * @param storage where items and messages outlive the process; empty: in memory
   * @throws IOException also if a table that is there has other keys or indexes than the topology's
   */
  public static Backends start(Topology topology, URI gateway, Optional<Storage> storage)
      throws IOException {
    var dynamoDb = DynamoDbLocal.start(storage.map(Storage::tables));
    try {
      var messages = storage.map(s -> s.backlogs().named("messages", StoredMessage.class));
      var elasticMq = ElasticMq.start(gateway, topology.region(), topology.account(), messages);
      var started = new Backends(dynamoDb, elasticMq);
      started.create(topology);
      elasticMq.restore(messages.map(Backlog::left).orElse(List.of()));
      return started;
    } catch (IOException | RuntimeException e) {
      dynamoDb.close();
      throw e;
    }
  }

  private void create(Topology topology) throws IOException {
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
