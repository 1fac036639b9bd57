package navigator.persistence.aws;

import java.util.Map;
import java.util.Optional;
import navigator.contracts.table.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads of single items. Safe for use by many threads. */
final class TableReader {

  private final DynamoDbClient dynamo;
  private final String table;

  TableReader(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** The item as it is now. */
  Optional<Row> find(Key key) {
    var found = dynamo.getItem(get -> get.tableName(table).key(Item.key(key)).consistentRead(true));
    return found.hasItem() ? Optional.of(new Row(found.item())) : Optional.empty();
  }

  /** One attribute of the item, now or a moment ago: for half the price of {@link #find}. */
  Optional<String> glance(Key key, String attribute) {
    var found =
        dynamo.getItem(
            get ->
                get.tableName(table)
                    .key(Item.key(key))
                    .projectionExpression("#attribute")
                    .expressionAttributeNames(Map.of("#attribute", attribute)));
    return found.hasItem()
        ? Optional.ofNullable(new Row(found.item()).textOrNull(attribute))
        : Optional.empty();
  }
}
