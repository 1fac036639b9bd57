package navigator.ops.aws;

import static navigator.contracts.table.Attribute.ERROR_CODE;
import static navigator.contracts.table.Attribute.FAILED_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.MODEL;
import static navigator.contracts.table.Attribute.PENDING_INDEX;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.PENDING_INDEX_SK;
import static navigator.contracts.table.Attribute.REQUEST_ID;
import static navigator.contracts.table.Attribute.STATE;
import static navigator.contracts.table.Attribute.USER_ID;
import static navigator.contracts.table.DeadLetterState.PARKED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.table.Keys;
import navigator.ops.LetterFilter;
import navigator.ops.replay.ParkedLetter;
import navigator.ops.replay.ParkedLetters;
import navigator.ops.replay.ParkedStep;
import navigator.ops.replay.Selection;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The index of parked dead letters; never a scan. Safe for use by many threads. */
final class DynamoParkedLetters implements ParkedLetters {

  private static final int PAGE = 250;

  private static final List<String> ATTRIBUTES =
      List.of(REQUEST_ID, USER_ID, GENERATION, ERROR_CODE, MODEL, FAILED_AT, STATE);

  private final DynamoDbClient dynamo;
  private final String table;
  private final BatchReads reads;

  DynamoParkedLetters(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.reads = new BatchReads(dynamo, table);
  }

  @Override
  public Stream<ParkedStep> oldestFirst(Selection selection, @Nullable String after) {
    return switch (selection) {
      case Selection.Filtered(LetterFilter filter) -> filtered(filter, after);
      case Selection.Listed(List<RequestId> ids) -> listed(ids, after);
    };
  }

  private Stream<ParkedStep> filtered(LetterFilter filter, @Nullable String after) {
    List<Iterator<ParkedStep>> shards =
        IntStream.range(0, Keys.DEAD_LETTER_SHARDS)
            .mapToObj(shard -> steps(query(shard, filter, after)).iterator())
            .toList();
    return InOrder.of(shards, Comparator.comparing(ParkedStep::position));
  }

  // In their order those of all partitions say how far all were read.
  private Stream<ParkedStep> steps(QueryRequest query) {
    return dynamo.queryPaginator(query).stream()
        .flatMap(
            page ->
                Stream.concat(
                    page.items().stream().map(item -> letter(new Row(item))),
                    page.hasLastEvaluatedKey()
                        ? Stream.of(readUpTo(page.lastEvaluatedKey()))
                        : Stream.empty()));
  }

  private static ParkedStep readUpTo(Map<String, AttributeValue> last) {
    return new ParkedStep.ReadUpTo(new Row(last).text(PENDING_INDEX_SK));
  }

  private Stream<ParkedStep> listed(List<RequestId> ids, @Nullable String after) {
    return reads.get(ids.stream().map(Keys::deadLetter).toList(), ATTRIBUTES).stream()
        .filter(row -> PARKED.wireName().equals(row.textOrNull(STATE)))
        .map(DynamoParkedLetters::letter)
        .filter(letter -> after == null || letter.position().compareTo(after) > 0)
        .sorted(Comparator.comparing(ParkedStep::position));
  }

  private QueryRequest query(int shard, LetterFilter filter, @Nullable String after) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":shard", AttributeValue.fromS(Keys.deadLetterPartition(PARKED, shard)));
    values.put(":from", AttributeValue.fromS(from(filter.since(), after)));
    values.put(":to", AttributeValue.fromS(to(filter.until())));
    List<String> wanted = new ArrayList<>(List.of("attribute_exists(#%s)".formatted(REQUEST_ID)));
    Map<String, String> names = new HashMap<>(Map.of("#" + REQUEST_ID, REQUEST_ID));
    ErrorCode code = filter.code();
    Map<String, String> equal = new HashMap<>();
    put(equal, ERROR_CODE, code == null ? null : code.wireName());
    put(equal, MODEL, filter.model());
    put(equal, USER_ID, filter.userId());
    equal.forEach(
        (name, value) -> {
          wanted.add("#%1$s = :%1$s".formatted(name));
          names.put("#" + name, name);
          values.put(":" + name, AttributeValue.fromS(value));
        });
    return QueryRequest.builder()
        .tableName(table)
        .indexName(PENDING_INDEX)
        .keyConditionExpression(
            "%s = :shard AND %s BETWEEN :from AND :to"
                .formatted(PENDING_INDEX_PK, PENDING_INDEX_SK))
        .filterExpression(String.join(" AND ", wanted))
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .limit(PAGE)
        .build();
  }

  private static void put(Map<String, String> equal, String name, @Nullable String value) {
    if (value != null) {
      equal.put(name, value);
    }
  }

  // Nothing is between a position and itself with one character more.
  private static String from(@Nullable Instant since, @Nullable String after) {
    if (after != null) {
      return after + "!";
    }
    return since == null ? "0" : IsoMicros.format(since);
  }

  private static String to(@Nullable Instant until) {
    return until == null ? "~" : IsoMicros.format(until);
  }

  private static ParkedStep letter(Row row) {
    return new ParkedLetter(
        new RequestId(row.text(REQUEST_ID)),
        row.text(USER_ID),
        row.integer(GENERATION),
        ErrorCode.ofWireName(row.text(ERROR_CODE)),
        row.text(MODEL),
        row.time(FAILED_AT));
  }
}
