package navigator.ops.aws;

import java.util.Map;
import java.util.Optional;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.ops.PendingIndex;
import navigator.ops.PendingRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The sparse index of pending requests; never a scan. Safe for use by many threads. */
final class DynamoPendingIndex implements PendingIndex {

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoPendingIndex(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<PendingRequest> firstDue(int shard) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Attribute.PENDING_INDEX)
            .keyConditionExpression(Attribute.PENDING_INDEX_PK + " = :shard")
            .expressionAttributeValues(
                Map.of(":shard", AttributeValue.fromS(Keys.pendingPartition(shard))))
            .limit(1)
            .build();
    return dynamo.query(query).items().stream()
        .findFirst()
        .map(Row::new)
        .map(DynamoPendingIndex::pending);
  }

  private static PendingRequest pending(Row row) {
    boolean replay = row.integerOrZero(Attribute.GENERATION) > 0;
    return new PendingRequest(
        new RequestId(row.text(Attribute.REQUEST_ID)),
        row.time(replay ? Attribute.UPDATED_AT : Attribute.CREATED_AT),
        row.time(Attribute.DEADLINE_AT));
  }
}
