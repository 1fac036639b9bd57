package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.MESSAGE;
import static navigator.contracts.table.Attribute.MESSAGE_REQUEST_ID;
import static navigator.contracts.table.Attribute.ORIGINAL;
import static navigator.contracts.table.Attribute.PK;
import static navigator.contracts.table.Attribute.REPLY;
import static navigator.contracts.table.Attribute.SK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Turn;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.persistence.TextOfRequest;
import navigator.persistence.Texts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The texts of the single table; the items stay without them. Safe for use by many threads. */
final class DynamoTexts implements Texts {

  private static final String USER = "#USER";
  private static final int PAGE = 100;

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoTexts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Stream<TextOfRequest> of(ConversationId id) {
    return rows(messagesWithText(id))
        .map(row -> new TextOfRequest(new RequestId(row.text(MESSAGE_REQUEST_ID)), keys(id, row)))
        .gather(NeighbouringTexts.joined());
  }

  @Override
  public void erase(TextOfRequest text) {
    List<Key> stored = new ArrayList<>();
    rows(storedWithText(text.request())).forEach(row -> stored.add(key(row)));
    stored.forEach(key -> remove(key, isOutcome(key) ? REPLY : ORIGINAL));
    text.messages().forEach(key -> remove(key, MESSAGE));
  }

  // A reply may be written after it was looked for and before its request is closed.
  private static List<Key> keys(ConversationId id, Row row) {
    Key key = key(row);
    String sort = key.sort();
    if (!sort.endsWith(USER)) {
      return List.of(key);
    }
    String turn = sort.substring(Keys.messagePrefix().length(), sort.length() - USER.length());
    return List.of(Keys.assistantMessage(id, Turn.parse(turn)), key);
  }

  private static boolean isOutcome(Key key) {
    return key.sort().startsWith("OUTCOME#");
  }

  private void remove(Key key, String attribute) {
    UpdateExpression update = new UpdateExpression().remove(attribute).onlyIfExists(attribute);
    try {
      dynamo.updateItem(update.alone(table, key));
    } catch (ConditionalCheckFailedException _) {
      // There is none, or no more.
    }
  }

  private Stream<Row> rows(QueryRequest query) {
    return dynamo.queryPaginator(query).items().stream().map(Row::new);
  }

  private QueryRequest messagesWithText(ConversationId id) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("PK = :conversation AND begins_with(SK, :messages)")
        .filterExpression("attribute_exists(#text)")
        .projectionExpression("PK, SK, " + MESSAGE_REQUEST_ID)
        .expressionAttributeNames(Map.of("#text", MESSAGE))
        .expressionAttributeValues(
            Map.of(
                ":conversation", AttributeValue.fromS(Keys.conversation(id).partition()),
                ":messages", AttributeValue.fromS(Keys.messagePrefix())))
        .scanIndexForward(false)
        .consistentRead(true)
        .limit(PAGE)
        .build();
  }

  private QueryRequest storedWithText(RequestId id) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("PK = :request")
        .filterExpression("attribute_exists(#reply) OR attribute_exists(#original)")
        .projectionExpression("PK, SK")
        .expressionAttributeNames(Map.of("#reply", REPLY, "#original", ORIGINAL))
        .expressionAttributeValues(
            Map.of(":request", AttributeValue.fromS(Keys.request(id).partition())))
        .consistentRead(true)
        .build();
  }

  private static Key key(Row row) {
    return new Key(row.text(PK), row.text(SK));
  }
}
