package navigator.ops.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Consistent reads of many items at once. Safe for use by many threads. */
final class BatchReads {

  /** The most that BatchGetItem takes. */
  private static final int MAX_KEYS = 100;

  // At once: what is still unread then is read again by the next step.
  private static final int MAX_TRIES = 4;

  private final DynamoDbClient dynamo;
  private final String table;

  BatchReads(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** The items that are there, with all that they have. */
  List<Row> get(Collection<Key> keys) {
    return get(keys, List.of());
  }

  /**
   * The items that are there, with their keys and {@code attributes}.
   *
   * @throws UncheckedIOException if DynamoDB kept leaving some unread
   */
  List<Row> get(Collection<Key> keys, List<String> attributes) {
    return keys.stream()
        .distinct()
        .gather(Gatherers.windowFixed(MAX_KEYS))
        .flatMap(some -> batch(some, attributes).stream())
        .toList();
  }

  private List<Row> batch(List<Key> keys, List<String> attributes) {
    List<Row> items = new ArrayList<>();
    Map<String, KeysAndAttributes> unread = Map.of(table, wanted(keys, attributes));
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Map<String, KeysAndAttributes> asked = unread;
      BatchGetItemResponse response = dynamo.batchGetItem(get -> get.requestItems(asked));
      response.responses().getOrDefault(table, List.of()).stream()
          .map(Row::new)
          .forEach(items::add);
      unread = response.unprocessedKeys();
      if (unread.isEmpty()) {
        return items;
      }
    }
    throw new UncheckedIOException(new IOException("DynamoDB left items of a batch unread"));
  }

  private static KeysAndAttributes wanted(List<Key> keys, List<String> attributes) {
    List<Map<String, AttributeValue>> wanted = keys.stream().map(Item::key).toList();
    if (attributes.isEmpty()) {
      return KeysAndAttributes.builder().keys(wanted).consistentRead(true).build();
    }
    Map<String, String> names = new HashMap<>();
    names.put("#" + Attribute.PK, Attribute.PK);
    names.put("#" + Attribute.SK, Attribute.SK);
    attributes.forEach(attribute -> names.put("#" + attribute, attribute));
    return KeysAndAttributes.builder()
        .keys(wanted)
        .projectionExpression(String.join(", ", names.keySet()))
        .expressionAttributeNames(names)
        .consistentRead(true)
        .build();
  }
}
