package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.CONVERSATION_ID;
import static navigator.contracts.table.Attribute.CREATED_AT;
import static navigator.contracts.table.Attribute.DELETED_AT;
import static navigator.contracts.table.Attribute.MESSAGE;
import static navigator.contracts.table.Attribute.PK;
import static navigator.contracts.table.Attribute.SK;
import static navigator.contracts.table.Attribute.UPDATED_AT;
import static navigator.contracts.table.Attribute.USER_ID;
import static navigator.contracts.table.Attribute.USER_INDEX;
import static navigator.contracts.table.Attribute.USER_INDEX_PK;
import static navigator.contracts.table.Attribute.USER_INDEX_SK;

import java.util.Map;
import java.util.Optional;
import navigator.contracts.ConversationId;
import navigator.contracts.http.ConversationObject;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.persistence.Slice;
import navigator.persistence.StoredMessage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The conversations of the single table. Safe for use by many threads. */
final class DynamoConversations {

  private final DynamoDbClient dynamo;
  private final String table;
  private final TableReader reader;

  DynamoConversations(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.reader = new TableReader(dynamo, table);
  }

  /** The owner of a conversation that is not deleted. */
  Optional<String> ownerOf(ConversationId id) {
    return reader
        .find(Keys.conversation(id))
        .filter(conversation -> !conversation.has(DELETED_AT))
        .map(conversation -> conversation.text(USER_ID));
  }

  /** A user's conversations, the one changed last first; the index may be a moment behind. */
  Slice<ConversationObject> ofUser(String userId, @Nullable String after, int limit) {
    String partition = Keys.userPartition(userId);
    QueryRequest.Builder query =
        descending(USER_INDEX_PK, partition, USER_INDEX_SK, "CONVERSATION#").indexName(USER_INDEX);
    if (after != null) {
      query.exclusiveStartKey(startInIndex(partition, after));
    }
    return new SlicedQuery(dynamo, USER_INDEX_SK)
        .read(query, limit, _ -> 0, DynamoConversations::conversation);
  }

  /** A conversation's messages, newest first. */
  Slice<StoredMessage> messages(ConversationId id, @Nullable String after, int limit) {
    String partition = Keys.conversation(id).partition();
    QueryRequest.Builder query =
        descending(PK, partition, SK, Keys.messagePrefix())
            // The conversation may be deleted meanwhile.
            .filterExpression("attribute_exists(#text)")
            .expressionAttributeNames(Map.of("#text", MESSAGE))
            .consistentRead(true);
    if (after != null) {
      query.exclusiveStartKey(Item.key(new Key(partition, after)));
    }
    return new SlicedQuery(dynamo, SK)
        .read(query, limit, row -> ResponseBytes.of(row.text(MESSAGE)), Rows::message);
  }

  private QueryRequest.Builder descending(
      String partitionName, String partition, String sortName, String prefix) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(
            "%s = :partition AND begins_with(%s, :prefix)".formatted(partitionName, sortName))
        .expressionAttributeValues(
            Map.of(
                ":partition", AttributeValue.fromS(partition),
                ":prefix", AttributeValue.fromS(prefix)))
        .scanIndexForward(false);
  }

  private static Map<String, AttributeValue> startInIndex(String partition, String after) {
    ConversationId id = new ConversationId(after.substring(after.lastIndexOf('#') + 1));
    return Item.at(Keys.conversation(id)).inUserIndex(new Key(partition, after)).attributes();
  }

  private static ConversationObject conversation(Row row) {
    ConversationId id = new ConversationId(row.text(CONVERSATION_ID));
    return new ConversationObject(
        id, row.time(CREATED_AT), row.time(UPDATED_AT), ConversationObject.Urls.of(id));
  }
}
