package navigator.ops.aws;

import static navigator.contracts.table.Attribute.ANSWERED;
import static navigator.contracts.table.Attribute.FAILED;
import static navigator.contracts.table.Attribute.PENDING_INDEX;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.PENDING_INDEX_SK;
import static navigator.contracts.table.Attribute.PK;
import static navigator.contracts.table.Attribute.SK;
import static navigator.contracts.table.Attribute.SKIPPED;
import static navigator.contracts.table.Attribute.STATE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.table.ReplayState;
import navigator.ops.replay.MetricMarks;
import navigator.ops.replay.Replay;
import navigator.ops.replay.UnreportedReplay;
import navigator.ops.replay.UnreportedReplay.Ends;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Marks beside the replays, in the index for as long as not everything is reported. Safe for use by
 * many threads.
 */
final class DynamoMetricMarks implements MetricMarks {

  private static final List<String> ATTRIBUTES = List.of(ANSWERED, FAILED, SKIPPED, STATE);

  private final DynamoDbClient dynamo;
  private final String table;
  private final BatchReads reads;

  DynamoMetricMarks(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.reads = new BatchReads(dynamo, table);
  }

  /** The mark of a replay that has not begun. */
  static Map<String, AttributeValue> begun(Replay replay) {
    return Item.at(Keys.replayMetrics(replay.name()))
        .inPendingIndex(Keys.unreportedReplay(replay.name(), replay.createdAt()))
        .number(ANSWERED, 0)
        .number(FAILED, 0)
        .number(SKIPPED, 0)
        .expiresAt(replay.createdAt().plus(ReplayItem.KEPT))
        .attributes();
  }

  @Override
  public List<UnreportedReplay> unreported() {
    List<String> names = names();
    Map<Key, Row> found = new HashMap<>();
    Stream<Key> keys =
        names.stream().flatMap(name -> Stream.of(Keys.replay(name), Keys.replayMetrics(name)));
    reads
        .get(keys.toList(), ATTRIBUTES)
        .forEach(row -> found.put(new Key(row.text(PK), row.text(SK)), row));
    return names.stream().map(name -> unreported(name, found)).flatMap(Optional::stream).toList();
  }

  @Override
  public boolean mark(UnreportedReplay unreported) {
    UpdateExpression update =
        new UpdateExpression()
            .set(ANSWERED, unreported.now().answered())
            .set(FAILED, unreported.now().failed())
            .set(SKIPPED, unreported.now().skipped())
            .onlyIf(ANSWERED, "=", ":wasAnswered", number(unreported.reported().answered()))
            .onlyIf(FAILED, "=", ":wasFailed", number(unreported.reported().failed()))
            .onlyIf(SKIPPED, "=", ":wasSkipped", number(unreported.reported().skipped()))
            .onlyIfExists(PENDING_INDEX_PK);
    if (unreported.end() != null) {
      update.remove(PENDING_INDEX_PK, PENDING_INDEX_SK);
    }
    try {
      dynamo.updateItem(update.alone(table, Keys.replayMetrics(unreported.name())));
      return true;
    } catch (ConditionalCheckFailedException _) {
      return false;
    }
  }

  private List<String> names() {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(PENDING_INDEX)
            .keyConditionExpression(PENDING_INDEX_PK + " = :unreported")
            .expressionAttributeValues(
                Map.of(":unreported", AttributeValue.fromS(Keys.unreportedReplaysPartition())))
            .build();
    return dynamo.queryPaginator(query).items().stream()
        .map(item -> Keys.replayNameAt(new Row(item).text(PK)))
        .toList();
  }

  // One of the two may have expired before the other.
  private static Optional<UnreportedReplay> unreported(String name, Map<Key, Row> found) {
    Row replay = found.get(Keys.replay(name));
    Row mark = found.get(Keys.replayMetrics(name));
    if (replay == null || mark == null) {
      return Optional.empty();
    }
    ReplayState state = ReplayItem.state(replay);
    return Optional.of(
        new UnreportedReplay(name, ends(mark), ends(replay), state.isEnded() ? state : null));
  }

  private static Ends ends(Row row) {
    return new Ends(row.number(ANSWERED), row.number(FAILED), row.number(SKIPPED));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
