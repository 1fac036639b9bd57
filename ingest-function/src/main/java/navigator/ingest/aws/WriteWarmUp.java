package navigator.ingest.aws;

import java.util.Map;
import navigator.contracts.table.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** A transaction that cannot succeed: it loads the client, and writes nothing. */
final class WriteWarmUp implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(WriteWarmUp.class);

  private final DynamoDbClient dynamo;
  private final String table;

  WriteWarmUp(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void run() {
    try {
      dynamo.transactWriteItems(request -> request.transactItems(impossible()));
    } catch (TransactionCanceledException _) {
      return;
    } catch (SdkException e) {
      // A cold start more is better than a deployment less.
      LOG.atWarn().setCause(e).log("warmup.incomplete");
    }
  }

  private TransactWriteItem impossible() {
    Update update =
        Update.builder()
            .tableName(table)
            .key(Item.key(new Key("WARMUP", "WARMUP")))
            .updateExpression("SET warm = :yes")
            .conditionExpression("attribute_exists(PK)")
            .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true)))
            .build();
    return TransactWriteItem.builder().update(update).build();
  }
}
