package navigator.local.backend;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import navigator.local.topology.DynamoTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Makes the tables of a topology that are not there yet. */
record Tables(DynamoDbClient client) {

  /**
   * Makes what is missing.
   *
   * @throws IOException if a table is there with other keys or indexes
   */
  void create(List<DynamoTable> tables) throws IOException {
    var existing = client.listTables().tableNames();
    for (var table : tables) {
      if (existing.contains(table.name())) {
        check(table);
      } else {
        client.createTable(request(table));
      }
      setTimeToLive(table);
    }
  }

  private void check(DynamoTable table) throws IOException {
    var wanted = TableShape.of(table);
    var found = TableShape.of(client.describeTable(d -> d.tableName(table.name())).table());
    if (!found.equals(wanted)) {
      throw new IOException(
          "the stored table %s has %s, and the template wants %s"
              .formatted(table.name(), found.words(), wanted.words()));
    }
  }

  private void setTimeToLive(DynamoTable table) {
    var name = table.name();
    var found = client.describeTimeToLive(d -> d.tableName(name)).timeToLiveDescription();
    if (table.timeToLive().isPresent() && found.timeToLiveStatus() != TimeToLiveStatus.ENABLED) {
      var spec =
          TimeToLiveSpecification.builder()
              .attributeName(table.timeToLive().get())
              .enabled(true)
              .build();
      client.updateTimeToLive(ttl -> ttl.tableName(name).timeToLiveSpecification(spec));
    }
  }

  private static CreateTableRequest request(DynamoTable table) {
    var request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attributes(table))
            .keySchema(
                keys(Stream.concat(Stream.of(table.partitionKey()), table.sortKey().stream())));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    return request.build();
  }

  private static List<AttributeDefinition> attributes(DynamoTable table) {
    var ofTable = Stream.concat(Stream.of(table.partitionKey()), table.sortKey().stream());
    var ofIndexes = table.indexes().stream().flatMap(i -> Stream.of(i.partitionKey(), i.sortKey()));
    return Stream.concat(ofTable, ofIndexes)
        .distinct()
        .map(
            name ->
                AttributeDefinition.builder()
                    .attributeName(name)
                    .attributeType(ScalarAttributeType.S)
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(DynamoTable.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(Stream.of(index.partitionKey(), index.sortKey())))
        .projection(projection(index))
        .build();
  }

  private static Projection projection(DynamoTable.Index index) {
    var projection =
        Projection.builder().projectionType(ProjectionType.fromValue(index.projectionType()));
    return index.nonKeyAttributes().isEmpty()
        ? projection.build()
        : projection.nonKeyAttributes(index.nonKeyAttributes()).build();
  }

  /** The first name is the partition key, a second one the sort key. */
  private static List<KeySchemaElement> keys(Stream<String> names) {
    var ordered = names.toList();
    return ordered.stream()
        .map(
            name ->
                KeySchemaElement.builder()
                    .attributeName(name)
                    .keyType(name.equals(ordered.getFirst()) ? KeyType.HASH : KeyType.RANGE)
                    .build())
        .toList();
  }
}
