package navigator.ingest.aws;

import java.time.InstantSource;
import navigator.ingest.ChatStore;
import navigator.ingest.IdempotencyRecords;
import navigator.ingest.IngestConfig;
import navigator.ingest.RequestQueue;
import navigator.ingest.StoredRequests;
import navigator.ingest.limit.LimitsTable;
import navigator.ingest.load.Backlog;
import navigator.ingest.load.Paces;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The table and the queue that the settings name.
 *
 * @param stored requests that were stored before
 * @param limits what users have taken of theirs
 * @param backlog what waits in the queue
 * @param paces of the model's calls
 * @param records of submissions with a key
 * @param warmUp loads the table's client; writes nothing
 */
public record Connections(
    ChatStore store,
    StoredRequests stored,
    LimitsTable limits,
    Backlog backlog,
    Paces paces,
    IdempotencyRecords records,
    RequestQueue queue,
    Runnable warmUp) {

  /** Connections with the credentials, region and endpoints of the platform. */
  public static Connections of(IngestConfig config) {
    DynamoDbClient dynamo = Clients.dynamo();
    SqsClient sqs = Clients.sqs();
    InstantSource clock = InstantSource.system();
    return new Connections(
        new DynamoChatStore(dynamo, config.tableName()),
        new DynamoStoredRequests(dynamo, config.tableName()),
        new DynamoLimits(dynamo, config.tableName()),
        new SqsBacklog(sqs, config.requestQueueUrl()),
        new DynamoPaces(dynamo, config.tableName(), config.pace().item(), clock),
        new PowertoolsIdempotencyRecords(dynamo, config.idempotencyTableName(), clock),
        new SqsRequestQueue(sqs, config.requestQueueUrl()),
        new WriteWarmUp(dynamo, config.tableName()));
  }
}
