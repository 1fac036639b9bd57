package navigator.ingest.aws;

import navigator.ingest.ChatStore;
import navigator.ingest.IngestConfig;
import navigator.ingest.RequestQueue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The table and the queue that the settings name.
 *
 * @param warmUp loads the table's client; writes nothing
 */
public record Connections(ChatStore store, RequestQueue queue, Runnable warmUp) {

  /** Connections with the credentials, region and endpoints of the platform. */
  public static Connections of(IngestConfig config) {
    DynamoDbClient dynamo = Clients.dynamo();
    return new Connections(
        new DynamoChatStore(dynamo, config.tableName()),
        new SqsRequestQueue(Clients.sqs(), config.requestQueueUrl()),
        new WriteWarmUp(dynamo, config.tableName()));
  }
}
