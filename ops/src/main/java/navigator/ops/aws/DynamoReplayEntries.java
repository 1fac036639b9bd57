package navigator.ops.aws;

import static navigator.contracts.table.Attribute.PK;
import static navigator.contracts.table.Attribute.SK;
import static navigator.contracts.table.Attribute.STATE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.ops.Slice;
import navigator.ops.replay.Checkpoint;
import navigator.ops.replay.Entry;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayEntries;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The entries of replays in the single table. Safe for use by many threads. */
final class DynamoReplayEntries implements ReplayEntries {

  /** Above the positions of all entries. */
  private static final String END = Keys.replayEntryPrefix() + "~";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoReplayEntries(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public List<Entry> next(Replay replay, int limit) {
    String sentUpTo = replay.checkpoint().sentUpTo();
    String from = sentUpTo == null ? Keys.replayEntryPrefix() : following(sentUpTo);
    return dynamo.query(between(replay.name(), from, END).limit(limit).build()).items().stream()
        .map(item -> EntryItem.read(new Row(item)))
        .toList();
  }

  @Override
  public List<Entry> outstanding(Replay replay) {
    Checkpoint checkpoint = replay.checkpoint();
    if (checkpoint.sentUpTo() == null) {
      return List.of();
    }
    String from =
        checkpoint.settledUpTo() == null ? Keys.replayEntryPrefix() : checkpoint.settledUpTo();
    QueryRequest query =
        between(
                replay.name(),
                from,
                checkpoint.sentUpTo(),
                Map.of(":sending", EntryState.SENDING, ":sent", EntryState.SENT))
            .filterExpression("#state IN (:sending, :sent)")
            .expressionAttributeNames(Map.of("#state", STATE))
            .build();
    return dynamo.queryPaginator(query).items().stream()
        .map(item -> EntryItem.read(new Row(item)))
        .toList();
  }

  @Override
  public Slice<Entry> page(String replay, @Nullable String after, int limit) {
    QueryRequest.Builder query = between(replay, Keys.replayEntryPrefix(), END);
    if (after != null) {
      query.exclusiveStartKey(Item.key(new Key(Keys.replayPartition(replay), after)));
    }
    return new SlicedQuery(dynamo, SK).read(query, limit, EntryItem::read);
  }

  private QueryRequest.Builder between(String replay, String from, String to) {
    return between(replay, from, to, Map.of());
  }

  private QueryRequest.Builder between(
      String replay, String from, String to, Map<String, EntryState> states) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":replay", AttributeValue.fromS(Keys.replayPartition(replay)));
    values.put(":from", AttributeValue.fromS(from));
    values.put(":to", AttributeValue.fromS(to));
    states.forEach((name, state) -> values.put(name, AttributeValue.fromS(state.wireName())));
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(PK + " = :replay AND " + SK + " BETWEEN :from AND :to")
        .expressionAttributeValues(values)
        .consistentRead(true);
  }

  // Ids have one length: nothing is between a position and itself with one character more.
  private static String following(String position) {
    return position + "!";
  }
}
