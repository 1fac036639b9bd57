package navigator.persistence.aws;

import navigator.persistence.UpdateVerdict;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Conditional writes on single requests of the table. Safe for use by many threads. */
record RequestWrites(DynamoDbClient dynamo, String table) {

  /** Writes, or tells the request that does not meet the conditions. */
  UpdateVerdict write(UpdateItemRequest update) {
    try {
      Row now = new Row(dynamo.updateItem(update).attributes());
      return new UpdateVerdict.Updated(Rows.request(now));
    } catch (ConditionalCheckFailedException e) {
      return new UpdateVerdict.Changed(e.hasItem() ? Rows.request(new Row(e.item())) : null);
    }
  }
}
