package navigator.inference.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.RequestId;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.inference.Outcome;
import navigator.inference.ReadRequest;
import navigator.inference.StoredRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Requests with all that lies beside them, by one query. Safe for use by many threads. */
public final class StoredRequests implements ReadRequest {

  private final DynamoDbClient dynamo;
  private final String table;

  public StoredRequests(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<StoredRequest> read(RequestId id) {
    Key key = Keys.request(id);
    Map<String, StoredItem> bySort = new HashMap<>();
    dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .keyConditionExpression("PK = :request")
                    .expressionAttributeValues(
                        Map.of(":request", AttributeValue.fromS(key.partition())))
                    .consistentRead(true))
        .items()
        .stream()
        .map(StoredItem::new)
        .forEach(item -> bySort.put(item.key().sort(), item));
    return Optional.ofNullable(bySort.get(key.sort()))
        .map(request -> stored(new RequestItem(request), id, bySort));
  }

  private static StoredRequest stored(
      RequestItem request, RequestId id, Map<String, StoredItem> bySort) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    for (int generation = 0; generation <= request.generation(); generation++) {
      StoredItem outcome = bySort.get(Keys.outcome(id, generation).sort());
      if (outcome != null && !OutcomeItem.isErased(outcome)) {
        outcomes.put(generation, OutcomeItem.read(outcome));
      }
    }
    return new StoredRequest(request.facts(), request.pending(), request.progress(), outcomes);
  }
}
