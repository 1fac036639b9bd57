package navigator.persistence.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.persistence.OldestPending;
import navigator.persistence.OverdueIndex;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The sparse index of pending requests; never a scan. Safe for use by many threads. */
final class DynamoOverdueIndex implements OverdueIndex {

  private static final int PAGE = 100;

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoOverdueIndex(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Stream<RequestId> overdue(int shard, Instant cutoff) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Attribute.PENDING_INDEX)
            .keyConditionExpression("GSI2PK = :shard AND GSI2SK < :cutoff")
            .expressionAttributeValues(
                Map.of(
                    ":shard", AttributeValue.fromS(Keys.pendingPartition(shard)),
                    ":cutoff", AttributeValue.fromS(IsoMicros.format(cutoff))))
            .limit(PAGE)
            .build();
    return dynamo.queryPaginator(query).items().stream()
        .map(item -> new RequestId(new Row(item).text(Attribute.REQUEST_ID)));
  }

  @Override
  public Optional<OldestPending> oldest(int shard) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Attribute.PENDING_INDEX)
            .keyConditionExpression("GSI2PK = :shard")
            .expressionAttributeValues(
                Map.of(":shard", AttributeValue.fromS(Keys.pendingPartition(shard))))
            .limit(1)
            .build();
    return dynamo.query(query).items().stream().findFirst().map(Row::new).map(this::pending);
  }

  private OldestPending pending(Row row) {
    boolean replay = row.integerOrZero(Attribute.GENERATION) > 0;
    return new OldestPending(
        replay ? null : row.time(Attribute.CREATED_AT), row.time(Attribute.DEADLINE_AT));
  }
}
