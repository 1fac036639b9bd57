package navigator.ops.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Keys;
import navigator.ops.LetterFilter;
import navigator.ops.LetterIndex;
import navigator.ops.LetterSummary;
import navigator.ops.Slice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The sparse index of dead letters; never a scan. Safe for use by many threads. */
final class DynamoLetterIndex implements LetterIndex {

  /** Below and above every position: those begin with a year. */
  private static final String LOWEST = "0";

  private static final String HIGHEST = ":";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoLetterIndex(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Slice<LetterSummary> read(
      DeadLetterState state, int shard, LetterFilter filter, @Nullable String before, int reads) {
    String lowest = filter.since() == null ? LOWEST : IsoMicros.format(filter.since());
    String highest = highest(filter, before);
    if (highest.compareTo(lowest) < 0) {
      return new Slice<>(List.of(), null);
    }
    QueryResponse response =
        dynamo.query(
            query(Keys.deadLetterPartition(state, shard), lowest, highest, filter)
                // One more: the position itself is met again.
                .limit(reads + 1)
                .build());
    List<LetterSummary> letters =
        response.items().stream()
            .map(Row::new)
            .filter(row -> !row.text(Attribute.PENDING_INDEX_SK).equals(before))
            .map(DynamoLetterIndex::letter)
            .toList();
    return new Slice<>(
        letters,
        response.hasLastEvaluatedKey()
            ? new Row(response.lastEvaluatedKey()).text(Attribute.PENDING_INDEX_SK)
            : null);
  }

  private static String highest(LetterFilter filter, @Nullable String before) {
    String until = filter.until() == null ? HIGHEST : IsoMicros.format(filter.until());
    return before == null || until.compareTo(before) < 0 ? until : before;
  }

  private QueryRequest.Builder query(
      String partition, String lowest, String highest, LetterFilter filter) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":partition", AttributeValue.fromS(partition));
    values.put(":lowest", AttributeValue.fromS(lowest));
    values.put(":highest", AttributeValue.fromS(highest));
    Map<String, String> names = new HashMap<>();
    List<String> conditions = new ArrayList<>();
    equal(Attribute.ERROR_CODE, wireName(filter.code()), conditions, names, values);
    equal(Attribute.MODEL, filter.model(), conditions, names, values);
    equal(Attribute.USER_ID, filter.userId(), conditions, names, values);
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Attribute.PENDING_INDEX)
            .keyConditionExpression(
                "%s = :partition AND %s BETWEEN :lowest AND :highest"
                    .formatted(Attribute.PENDING_INDEX_PK, Attribute.PENDING_INDEX_SK))
            .expressionAttributeValues(values)
            .scanIndexForward(false);
    return conditions.isEmpty()
        ? query
        : query.filterExpression(String.join(" AND ", conditions)).expressionAttributeNames(names);
  }

  private static void equal(
      String name,
      @Nullable String value,
      List<String> conditions,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    if (value != null) {
      conditions.add("#%1$s = :%1$s".formatted(name));
      names.put("#" + name, name);
      values.put(":" + name, AttributeValue.fromS(value));
    }
  }

  private static @Nullable String wireName(@Nullable ErrorCode code) {
    return code == null ? null : code.wireName();
  }

  private static LetterSummary letter(Row row) {
    DeadLetterId id = LetterRows.id(row);
    return new LetterSummary(
        id,
        row.named(Attribute.STATE, DeadLetterState::ofWireName),
        row.time(Attribute.FAILED_AT),
        LetterRows.code(row, Attribute.ERROR_CODE),
        row.textOrNull(Attribute.ERROR_DETAIL),
        row.textOrNull(Attribute.MODEL),
        row.textOrNull(Attribute.USER_ID),
        LetterRows.conversation(row),
        row.has(Attribute.GENERATION) ? row.integer(Attribute.GENERATION) : null);
  }
}
