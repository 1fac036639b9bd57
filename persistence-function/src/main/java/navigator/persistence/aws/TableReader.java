package navigator.persistence.aws;

import java.util.Optional;
import navigator.contracts.table.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Strongly consistent reads of single items. Safe for use by many threads. */
final class TableReader {

  private final DynamoDbClient dynamo;
  private final String table;

  TableReader(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  Optional<Row> find(Key key) {
    var found = dynamo.getItem(get -> get.tableName(table).key(Item.key(key)).consistentRead(true));
    return found.hasItem() ? Optional.of(new Row(found.item())) : Optional.empty();
  }
}
