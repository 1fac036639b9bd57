package navigator.ops.aws;

import static navigator.contracts.table.Attribute.CANCELLED_AT;
import static navigator.contracts.table.Attribute.PENDING_INDEX;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.PENDING_INDEX_SK;
import static navigator.contracts.table.Attribute.STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.table.ReplayState;
import navigator.ops.AuditRecord;
import navigator.ops.Slice;
import navigator.ops.replay.CancelVerdict;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayReader;
import navigator.ops.replay.ReplayStarts;
import navigator.ops.replay.StartVerdict;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Replays in the single table. Safe for use by many threads. */
final class DynamoReplays implements ReplayReader, ReplayStarts {

  private static final int REPLAY = 0;

  private final DynamoDbClient dynamo;
  private final String table;
  private final BatchReads reads;

  DynamoReplays(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.reads = new BatchReads(dynamo, table);
  }

  @Override
  public Optional<Replay> find(String name) {
    var found =
        dynamo.getItem(
            get -> get.tableName(table).key(Item.key(Keys.replay(name))).consistentRead(true));
    return found.hasItem() ? Optional.of(ReplayItem.read(new Row(found.item()))) : Optional.empty();
  }

  @Override
  public List<String> active() {
    QueryRequest query = inIndex(Keys.replaysPartition(false)).scanIndexForward(true).build();
    return dynamo.queryPaginator(query).items().stream()
        .map(item -> nameAt(new Row(item).text(PENDING_INDEX_SK)))
        .toList();
  }

  @Override
  public Slice<Replay> list(boolean ended, @Nullable String after, int limit) {
    String partition = Keys.replaysPartition(ended);
    QueryRequest.Builder query = inIndex(partition).scanIndexForward(false);
    if (after != null) {
      query.exclusiveStartKey(
          Item.at(Keys.replay(nameAt(after)))
              .inPendingIndex(new Key(partition, after))
              .attributes());
    }
    Slice<String> names =
        new SlicedQuery(dynamo, PENDING_INDEX_SK)
            .read(query, limit, row -> nameAt(row.text(PENDING_INDEX_SK)));
    return new Slice<>(replays(names.items()), names.next());
  }

  @Override
  public StartVerdict start(Replay replay, AuditRecord requested) {
    Map<String, AttributeValue> item = ReplayItem.started(replay);
    Put put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression(AuditItem.ABSENT)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      write(TransactWriteItem.builder().put(put).build(), requested, mark(replay));
      return new StartVerdict.Started(replay);
    } catch (TransactionCanceledException e) {
      Row other = refusing(e);
      if (other == null) {
        throw e;
      }
      return new StartVerdict.NameTaken(ReplayItem.read(other));
    }
  }

  @Override
  public CancelVerdict cancel(Cancellation cancellation) {
    UpdateExpression update =
        new UpdateExpression()
            .set(CANCELLED_AT, cancellation.requested().at())
            .onlyIfAbsent(CANCELLED_AT)
            .onlyIfExists(STATE);
    Stream.of(ReplayState.values())
        .filter(ReplayState::isEnded)
        .forEach(
            end ->
                update.onlyIf(
                    STATE, "<>", ":" + end.wireName(), AttributeValue.fromS(end.wireName())));
    try {
      write(
          TransactWriteItem.builder()
              .update(update.of(table, Keys.replay(cancellation.name())))
              .build(),
          cancellation.requested());
      return found(cancellation.name());
    } catch (TransactionCanceledException e) {
      Row now = refusing(e);
      if (now == null) {
        throw e;
      }
      return now.has(STATE) ? asItStands(ReplayItem.read(now)) : new CancelVerdict.Unknown();
    }
  }

  private CancelVerdict found(String name) {
    return find(name)
        .<CancelVerdict>map(CancelVerdict.Cancelled::new)
        .orElseGet(CancelVerdict.Unknown::new);
  }

  private static CancelVerdict asItStands(Replay replay) {
    return replay.state().isEnded()
        ? new CancelVerdict.AlreadyEnded(replay)
        : new CancelVerdict.Cancelled(replay);
  }

  private TransactWriteItem mark(Replay replay) {
    Put put = Put.builder().tableName(table).item(DynamoMetricMarks.begun(replay)).build();
    return TransactWriteItem.builder().put(put).build();
  }

  private void write(TransactWriteItem change, AuditRecord record, TransactWriteItem... more) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(change);
    writes.add(TransactWriteItem.builder().put(AuditItem.put(table, record)).build());
    writes.addAll(List.of(more));
    dynamo.transactWriteItems(request -> request.transactItems(writes));
  }

  /** The replay, or nothing, that does not meet the condition; null if it was not the condition. */
  private static @Nullable Row refusing(TransactionCanceledException e) {
    return Cancellations.conditionFailed(e.cancellationReasons(), REPLAY)
        ? new Row(e.cancellationReasons().get(REPLAY).item())
        : null;
  }

  // In the order of the names; one that has expired is left out.
  private List<Replay> replays(List<String> names) {
    Map<String, Replay> found =
        reads.get(names.stream().map(Keys::replay).toList()).stream()
            .map(ReplayItem::read)
            .collect(Collectors.toMap(Replay::name, Function.identity()));
    return names.stream().filter(found::containsKey).map(found::get).toList();
  }

  private QueryRequest.Builder inIndex(String partition) {
    return QueryRequest.builder()
        .tableName(table)
        .indexName(PENDING_INDEX)
        .keyConditionExpression(PENDING_INDEX_PK + " = :partition")
        .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition)));
  }

  private static String nameAt(String position) {
    return position.substring(position.indexOf('#') + 1);
  }
}
