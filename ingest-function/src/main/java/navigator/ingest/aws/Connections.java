package navigator.ingest.aws;

import java.time.InstantSource;
import navigator.ingest.AdmissionRecords;
import navigator.ingest.ChatStore;
import navigator.ingest.IngestConfig;
import navigator.ingest.RequestQueue;
import navigator.ingest.StoredRequests;
import navigator.ingest.limit.LimitsTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The table and the queue that the settings name.
 *
 * @param stored requests that were stored before
 * @param limits what users have taken of theirs
 * @param records of submissions with a key
 * @param warmUp loads the table's client; writes nothing
 */
public record Connections(
    ChatStore store,
    StoredRequests stored,
    LimitsTable limits,
    AdmissionRecords records,
    RequestQueue queue,
    Runnable warmUp) {

  /** Connections with the credentials, region and endpoints of the platform. */
  public static Connections of(IngestConfig config) {
    DynamoDbClient dynamo = Clients.dynamo();
    return new Connections(
        new DynamoChatStore(dynamo, config.tableName()),
        new DynamoStoredRequests(dynamo, config.tableName()),
        new DynamoLimits(dynamo, config.tableName()),
        new IdempotentAdmissions(dynamo, config.idempotencyTableName(), InstantSource.system()),
        new SqsRequestQueue(Clients.sqs(), config.requestQueueUrl()),
        new WriteWarmUp(dynamo, config.tableName()));
  }
}
