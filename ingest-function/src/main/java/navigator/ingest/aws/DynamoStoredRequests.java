package navigator.ingest.aws;

import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.ingest.StoredRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The requests in the table. Safe for use by many threads. */
final class DynamoStoredRequests implements StoredRequests {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoStoredRequests.class);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoStoredRequests(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean mayHold(RequestId id) {
    try {
      return dynamo
          .getItem(
              get ->
                  get.tableName(table)
                      .key(Item.key(Keys.request(id)))
                      .projectionExpression(Attribute.PK)
                      .consistentRead(true))
          .hasItem();
    } catch (SdkException e) {
      if (!Cancellations.isTransient(e)) {
        throw e;
      }
      LOG.atWarn().addKeyValue("request_id", id.value()).setCause(e).log("table.unavailable");
      return true;
    }
  }
}
