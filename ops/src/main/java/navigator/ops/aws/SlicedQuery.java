package navigator.ops.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import navigator.ops.Slice;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A query that fills a slice: full unless nothing follows, or it would be too large for one answer.
 */
final class SlicedQuery {

  /** Of at most 1 MB each; an answer of Lambda has room for 6. */
  private static final int MAX_QUERIES = 3;

  private final DynamoDbClient dynamo;
  private final String positionName;

  SlicedQuery(DynamoDbClient dynamo, String positionName) {
    this.dynamo = dynamo;
    this.positionName = positionName;
  }

  <T> Slice<T> read(QueryRequest.Builder query, int limit, Function<Row, T> mapping) {
    List<Row> rows = new ArrayList<>();
    boolean more = true;
    for (int queries = 0; more && queries < MAX_QUERIES; queries++) {
      // One more than asked for, to know whether anything follows.
      QueryResponse response = dynamo.query(query.limit(limit + 1 - rows.size()).build());
      response.items().forEach(item -> rows.add(new Row(item)));
      query.exclusiveStartKey(response.lastEvaluatedKey());
      more = response.hasLastEvaluatedKey() && rows.size() <= limit;
    }
    boolean follows = more || rows.size() > limit;
    List<Row> part = rows.subList(0, Math.min(limit, rows.size()));
    String next = follows ? part.getLast().text(positionName) : null;
    return new Slice<>(part.stream().map(mapping).toList(), next);
  }
}
