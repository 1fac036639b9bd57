package navigator.ops.aws;

import java.time.YearMonth;
import java.util.Map;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.ops.AuditRecord;
import navigator.ops.AuditTrail;
import navigator.ops.Slice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** What operators did, in the single table, by the month. Safe for use by many threads. */
final class DynamoAuditTrail implements AuditTrail {

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoAuditTrail(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void append(AuditRecord done) {
    Map<String, AttributeValue> item = AuditItem.of(done);
    try {
      dynamo.putItem(
          put ->
              put.tableName(table)
                  .item(item)
                  .conditionExpression(AuditItem.ABSENT)
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
    } catch (ConditionalCheckFailedException e) {
      // The SDK repeats a write that had succeeded if its answer was lost.
      if (!item.equals(e.item())) {
        throw new IllegalStateException("Another record is in the place of " + done.id(), e);
      }
    }
  }

  @Override
  public Slice<AuditRecord> read(YearMonth month, @Nullable String after, int limit) {
    String partition = Keys.auditPartition(month);
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression(Attribute.PK + " = :month")
            .expressionAttributeValues(Map.of(":month", AttributeValue.fromS(partition)))
            .scanIndexForward(false)
            .consistentRead(true);
    if (after != null) {
      query.exclusiveStartKey(Item.key(new Key(partition, after)));
    }
    return new SlicedQuery(dynamo, Attribute.SK).read(query, limit, AuditItem::read);
  }
}
