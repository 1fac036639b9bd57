package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.COMPLETED_AT;
import static navigator.contracts.table.Attribute.CONVERSATION_ID;
import static navigator.contracts.table.Attribute.CREATED_AT;
import static navigator.contracts.table.Attribute.DEADLINE_AT;
import static navigator.contracts.table.Attribute.ERROR_CODE;
import static navigator.contracts.table.Attribute.MODEL;
import static navigator.contracts.table.Attribute.REQUEST_ID;
import static navigator.contracts.table.Attribute.STATUS;
import static navigator.contracts.table.Attribute.UPDATED_AT;
import static navigator.contracts.table.Attribute.USER_ID;
import static navigator.contracts.table.Attribute.USER_INDEX;
import static navigator.contracts.table.Attribute.USER_INDEX_PK;
import static navigator.contracts.table.Attribute.USER_INDEX_SK;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.http.RequestObject;
import navigator.contracts.http.RequestSummary;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.persistence.ListRequests;
import navigator.persistence.RequestFilter;
import navigator.persistence.Slice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The requests in the index of users, which may be a moment behind. Safe for many threads. */
final class DynamoRequests implements ListRequests.Requests {

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoRequests(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Slice<RequestSummary> read(
      String userId, RequestFilter filter, @Nullable String after, int reads) {
    String partition = Keys.userPartition(userId);
    QueryRequest.Builder query = query(partition, filter).limit(reads);
    if (after != null) {
      query.exclusiveStartKey(startInIndex(partition, after));
    }
    QueryResponse response = dynamo.query(query.build());
    List<RequestSummary> items =
        response.items().stream().map(item -> summary(new Row(item))).toList();
    return new Slice<>(
        items,
        response.hasLastEvaluatedKey()
            ? new Row(response.lastEvaluatedKey()).text(USER_INDEX_SK)
            : null);
  }

  private QueryRequest.Builder query(String partition, RequestFilter filter) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":partition", AttributeValue.fromS(partition));
    values.put(":lowest", AttributeValue.fromS(filter.lowest()));
    values.put(":end", AttributeValue.fromS(Keys.requestsEnd()));
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(USER_INDEX)
            .keyConditionExpression(
                "%s = :partition AND %s BETWEEN :lowest AND :end"
                    .formatted(USER_INDEX_PK, USER_INDEX_SK))
            .scanIndexForward(false);
    Status status = filter.status();
    if (status != null) {
      values.put(":status", AttributeValue.fromS(status.wireName()));
      query
          .filterExpression("#status = :status")
          .expressionAttributeNames(Map.of("#status", STATUS));
    }
    return query.expressionAttributeValues(values);
  }

  private static Map<String, AttributeValue> startInIndex(String partition, String after) {
    RequestId id = new RequestId(after.substring(after.lastIndexOf('#') + 1));
    return Item.at(Keys.request(id)).inUserIndex(new Key(partition, after)).attributes();
  }

  private static RequestSummary summary(Row row) {
    RequestId id = new RequestId(row.text(REQUEST_ID));
    ConversationId conversation = new ConversationId(row.text(CONVERSATION_ID));
    Status status = Status.ofWireName(row.text(STATUS));
    return new RequestSummary(
        id,
        conversation,
        status,
        row.text(USER_ID),
        row.time(UPDATED_AT),
        status == Status.COMPLETED ? row.textOrNull(MODEL) : null,
        row.time(CREATED_AT),
        row.timeOrNull(COMPLETED_AT),
        row.time(DEADLINE_AT),
        status == Status.FALLBACK ? fallback(row) : null,
        RequestObject.Urls.of(id, conversation));
  }

  private static RequestObject.@Nullable Fallback fallback(Row row) {
    ErrorCode reason = Rows.errorCode(row, ERROR_CODE);
    return reason == null ? null : new RequestObject.Fallback(reason);
  }
}
