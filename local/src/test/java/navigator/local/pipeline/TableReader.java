package navigator.local.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the table as the operator does: through the gateway, with the printed credentials. */
final class TableReader {

  private final String table;
  private final AwsClients clients;

  TableReader(Pipeline pipeline) {
    table = pipeline.stack().topology().tables().getFirst().name();
    clients = new AwsClients(pipeline.stack(), pipeline.stack().operator());
  }

  /** The texts of an item's attributes; empty for what is not text. */
  Map<String, String> texts(Key key) {
    try (DynamoDbClient client = clients.dynamoDb()) {
      Map<String, AttributeValue> keys =
          Map.of(
              Attribute.PK, AttributeValue.fromS(key.partition()),
              Attribute.SK, AttributeValue.fromS(key.sort()));
      return texts(
          client.getItem(get -> get.tableName(table).consistentRead(true).key(keys)).item());
    }
  }

  /** All items whose partition key begins so. */
  List<Map<String, String>> beginningWith(String prefix) {
    try (DynamoDbClient client = clients.dynamoDb()) {
      return client
          .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
          .items()
          .stream()
          .map(TableReader::texts)
          .filter(item -> item.getOrDefault(Attribute.PK, "").startsWith(prefix))
          .toList();
    }
  }

  private static Map<String, String> texts(Map<String, AttributeValue> item) {
    Map<String, String> texts = new HashMap<>();
    item.forEach((name, value) -> texts.put(name, value.s() == null ? "" : value.s()));
    return texts;
  }
}
