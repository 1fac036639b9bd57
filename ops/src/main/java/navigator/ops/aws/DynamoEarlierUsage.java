package navigator.ops.aws;

import static navigator.contracts.table.Attribute.CACHE_READ_TOKENS;
import static navigator.contracts.table.Attribute.CACHE_WRITE_TOKENS;
import static navigator.contracts.table.Attribute.INPUT_TOKENS;
import static navigator.contracts.table.Attribute.OUTPUT_TOKENS;
import static navigator.contracts.table.Attribute.REQUEST_ID;
import static navigator.contracts.table.Attribute.STATUS;
import static navigator.contracts.table.Attribute.USAGE;
import static navigator.contracts.table.Attribute.USER_INDEX;
import static navigator.contracts.table.Attribute.USER_INDEX_PK;
import static navigator.contracts.table.Attribute.USER_INDEX_SK;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.ops.replay.EarlierUsage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The usage of users' answered requests in the single table. Safe for use by many threads. */
final class DynamoEarlierUsage implements EarlierUsage {

  /** Of each user the latest so many requests are looked at. */
  private static final int LATEST = 25;

  private final DynamoDbClient dynamo;
  private final String table;
  private final BatchReads reads;

  DynamoEarlierUsage(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.reads = new BatchReads(dynamo, table);
  }

  @Override
  public Total of(Set<String> userIds) {
    List<Key> answered = userIds.stream().flatMap(this::answered).toList();
    List<Row> usages =
        reads.get(answered, List.of(USAGE)).stream()
            .flatMap(row -> Optional.ofNullable(row.mapOrNull(USAGE)).stream())
            .toList();
    long input = usages.stream().mapToLong(DynamoEarlierUsage::input).sum();
    long output = usages.stream().mapToLong(usage -> usage.integerOrZero(OUTPUT_TOKENS)).sum();
    return new Total(usages.size(), input, output);
  }

  private Stream<Key> answered(String userId) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName(USER_INDEX)
                    .keyConditionExpression(
                        USER_INDEX_PK + " = :user AND begins_with(" + USER_INDEX_SK + ", :prefix)")
                    .expressionAttributeValues(
                        Map.of(
                            ":user", AttributeValue.fromS(Keys.userPartition(userId)),
                            ":prefix", AttributeValue.fromS(Keys.requestPrefix())))
                    .scanIndexForward(false)
                    .limit(LATEST))
        .items()
        .stream()
        .map(Row::new)
        .filter(row -> Status.COMPLETED.wireName().equals(row.textOrNull(STATUS)))
        .map(row -> Keys.request(new RequestId(row.text(REQUEST_ID))));
  }

  private static long input(Row usage) {
    return (long) usage.integerOrZero(INPUT_TOKENS)
        + usage.integerOrZero(CACHE_READ_TOKENS)
        + usage.integerOrZero(CACHE_WRITE_TOKENS);
  }
}
