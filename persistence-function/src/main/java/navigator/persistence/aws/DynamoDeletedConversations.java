package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.CONVERSATION_ID;
import static navigator.contracts.table.Attribute.DELETED_AT;
import static navigator.contracts.table.Attribute.ERASED_AT;
import static navigator.contracts.table.Attribute.PENDING_INDEX;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.PENDING_INDEX_SK;
import static navigator.contracts.table.Attribute.PK;
import static navigator.contracts.table.Attribute.USER_ID;
import static navigator.contracts.table.Attribute.USER_INDEX_PK;
import static navigator.contracts.table.Attribute.USER_INDEX_SK;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.persistence.DeletedConversations;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The deleted conversations of the single table. The mark takes a conversation out of its owner's
 * list and puts it into the sparse index. Safe for use by many threads.
 */
final class DynamoDeletedConversations implements DeletedConversations {

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoDeletedConversations(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean mark(ConversationId id, String userId, Instant at) {
    Key index = Keys.erasure(id, at);
    UpdateExpression update =
        new UpdateExpression()
            .set(DELETED_AT, at)
            .set(PENDING_INDEX_PK, index.partition())
            .set(PENDING_INDEX_SK, index.sort())
            .remove(USER_INDEX_PK, USER_INDEX_SK)
            .onlyIf(USER_ID, "=", ":owner", AttributeValue.fromS(userId))
            .onlyIfAbsent(DELETED_AT);
    try {
      dynamo.updateItem(update.alone(table, Keys.conversation(id)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      // Deleted before, or another's, or none.
      return e.hasItem() && userId.equals(new Row(e.item()).text(USER_ID));
    }
  }

  @Override
  public List<ConversationId> unerased(int limit) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName(PENDING_INDEX)
                    .keyConditionExpression(PENDING_INDEX_PK + " = :erasure")
                    .expressionAttributeValues(
                        Map.of(":erasure", AttributeValue.fromS(Keys.erasurePartition())))
                    .limit(limit))
        .items()
        .stream()
        .map(item -> new ConversationId(new Row(item).text(CONVERSATION_ID)))
        .toList();
  }

  @Override
  public void erased(ConversationId id, Instant at) {
    UpdateExpression update =
        new UpdateExpression()
            .set(ERASED_AT, at)
            .remove(PENDING_INDEX_PK, PENDING_INDEX_SK)
            .onlyIfExists(PK);
    try {
      dynamo.updateItem(update.alone(table, Keys.conversation(id)));
    } catch (ConditionalCheckFailedException _) {
      // Its time to live is over, and its entry went with it.
    }
  }
}
