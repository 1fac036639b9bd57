package navigator.persistence.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import navigator.persistence.Slice;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A query that fills a slice: full unless nothing follows, or it would be too large for one answer.
 */
final class SlicedQuery {

  /** Of at most 1 MB each. */
  private static final int MAX_QUERIES = 3;

  /** An answer of Lambda has room for 6 MB, and more than texts is in it. */
  private static final long MOST_BYTES = 4_000_000;

  private final DynamoDbClient dynamo;
  private final String positionName;

  SlicedQuery(DynamoDbClient dynamo, String positionName) {
    this.dynamo = dynamo;
    this.positionName = positionName;
  }

  /**
   * Reads a slice.
   *
   * @param size the bytes that a row's text takes in the answer
   */
  <T> Slice<T> read(
      QueryRequest.Builder query, int limit, ToLongFunction<Row> size, Function<Row, T> mapping) {
    List<Row> rows = new ArrayList<>();
    boolean more = true;
    Map<String, AttributeValue> last = Map.of();
    for (int queries = 0; more && queries < MAX_QUERIES; queries++) {
      // One more than asked for, to know whether anything follows.
      QueryResponse response = dynamo.query(query.limit(limit + 1 - rows.size()).build());
      response.items().forEach(item -> rows.add(new Row(item)));
      last = response.lastEvaluatedKey();
      query.exclusiveStartKey(last);
      more = response.hasLastEvaluatedKey() && rows.size() <= limit;
    }
    if (rows.isEmpty()) {
      // All that was looked at was filtered out: what follows begins behind it.
      return new Slice<>(List.of(), more ? new Row(last).text(positionName) : null);
    }
    List<Row> part = fitting(rows.subList(0, Math.min(limit, rows.size())), size);
    boolean follows = more || rows.size() > part.size();
    String next = follows ? part.getLast().text(positionName) : null;
    return new Slice<>(part.stream().map(mapping).toList(), next);
  }

  private static List<Row> fitting(List<Row> rows, ToLongFunction<Row> size) {
    long bytes = 0;
    for (int i = 0; i < rows.size(); i++) {
      bytes += size.applyAsLong(rows.get(i));
      if (bytes > MOST_BYTES) {
        return rows.subList(0, Math.max(1, i));
      }
    }
    return rows;
  }
}
