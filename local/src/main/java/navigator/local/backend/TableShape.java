package navigator.local.backend;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.local.topology.DynamoTable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What of a table cannot be changed while it holds items.
 *
 * @param keys the partition key, and behind it the sort key
 */
record TableShape(List<String> keys, Set<Index> indexes) {

  /** An index with its keys and what is copied into it. */
  record Index(String name, List<String> keys, String projection, Set<String> attributes) {

    private String words() {
      return "%s(%s) %s %s".formatted(name, String.join(", ", keys), projection, attributes);
    }
  }

  static TableShape of(DynamoTable table) {
    var keys = Stream.concat(Stream.of(table.partitionKey()), table.sortKey().stream()).toList();
    return new TableShape(
        keys, table.indexes().stream().map(TableShape::index).collect(Collectors.toSet()));
  }

  private static Index index(DynamoTable.Index index) {
    return new Index(
        index.name(),
        List.of(index.partitionKey(), index.sortKey()),
        index.projectionType(),
        Set.copyOf(index.nonKeyAttributes()));
  }

  static TableShape of(TableDescription table) {
    return new TableShape(
        keys(table.keySchema()),
        table.globalSecondaryIndexes().stream().map(TableShape::index).collect(Collectors.toSet()));
  }

  private static Index index(GlobalSecondaryIndexDescription index) {
    return new Index(
        index.indexName(),
        keys(index.keySchema()),
        index.projection().projectionTypeAsString(),
        Set.copyOf(index.projection().nonKeyAttributes()));
  }

  private static List<String> keys(List<KeySchemaElement> schema) {
    return schema.stream().map(KeySchemaElement::attributeName).toList();
  }

  /** In words, for one who compares it with another. */
  String words() {
    return "the keys %s and the indexes %s"
        .formatted(keys, indexes.stream().map(Index::words).sorted().toList());
  }
}
