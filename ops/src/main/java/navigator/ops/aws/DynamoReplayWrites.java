package navigator.ops.aws;

import static navigator.contracts.table.Attribute.ANSWERED;
import static navigator.contracts.table.Attribute.CANCELLED_AT;
import static navigator.contracts.table.Attribute.ENDED_AT;
import static navigator.contracts.table.Attribute.FAILED;
import static navigator.contracts.table.Attribute.LEASE_OWNER;
import static navigator.contracts.table.Attribute.LEASE_UNTIL;
import static navigator.contracts.table.Attribute.MATCHED;
import static navigator.contracts.table.Attribute.MATCHED_UP_TO;
import static navigator.contracts.table.Attribute.NEXT_SEND_AT;
import static navigator.contracts.table.Attribute.OUTSTANDING;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.RECENT;
import static navigator.contracts.table.Attribute.SENT;
import static navigator.contracts.table.Attribute.SENT_UP_TO;
import static navigator.contracts.table.Attribute.SETTLED_UP_TO;
import static navigator.contracts.table.Attribute.SKIPPED;
import static navigator.contracts.table.Attribute.STATE;
import static navigator.contracts.table.Attribute.STOP;
import static navigator.contracts.table.Attribute.UPDATED_AT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.table.SkipReason;
import navigator.ops.AuditRecord;
import navigator.ops.replay.Batch;
import navigator.ops.replay.BeginVerdict;
import navigator.ops.replay.Entry;
import navigator.ops.replay.Held;
import navigator.ops.replay.Judgement;
import navigator.ops.replay.Question;
import navigator.ops.replay.ReplayWrites;
import navigator.ops.replay.Settlement;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * What drivers write, each in one transaction that begins with the replay itself: it fails where
 * the replay is another driver's. Safe for use by many threads.
 */
final class DynamoReplayWrites implements ReplayWrites {

  private static final int REPLAY = 0;

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoReplayWrites(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public boolean match(Held held, List<Entry> entries, String upTo, Instant now) {
    UpdateExpression replay =
        changing(held, now).add(MATCHED, entries.size()).set(MATCHED_UP_TO, upTo);
    List<TransactWriteItem> writes = writes(held, replay);
    for (Entry entry : entries) {
      Put put =
          Put.builder()
              .tableName(table)
              .item(EntryItem.of(held.replay(), entry, now))
              .conditionExpression(AuditItem.ABSENT)
              .build();
      writes.add(TransactWriteItem.builder().put(put).build());
    }
    return written(writes);
  }

  @Override
  public BeginVerdict begin(Held held, Batch batch, Instant now) {
    UpdateExpression replay =
        changing(held, now)
            .add(OUTSTANDING, batch.questions().size())
            .add(SKIPPED, batch.skipped().size())
            .set(SENT_UP_TO, batch.upTo())
            .onlyIfAbsent(CANCELLED_AT);
    Instant nextSendAt = batch.nextSendAt();
    if (nextSendAt != null) {
      replay.set(NEXT_SEND_AT, nextSendAt);
    }
    List<TransactWriteItem> writes = writes(held, replay);
    batch.questions().forEach(question -> addAsked(writes, held, question, now));
    batch.skipped().forEach(entry -> addMoved(writes, held, EntryState.MATCHED, entry, now));
    try {
      write(writes);
      return BeginVerdict.BEGUN;
    } catch (TransactionCanceledException e) {
      return refused(e);
    }
  }

  @Override
  public boolean sent(Held held, List<Entry> entries, Instant now) {
    List<TransactWriteItem> writes = writes(held, changing(held, now).add(SENT, entries.size()));
    for (Entry entry : entries) {
      addMoved(writes, held, EntryState.SENDING, entry.in(EntryState.SENT), now);
    }
    return written(writes);
  }

  @Override
  public boolean settle(Held held, Settlement settlement, Instant now) {
    settlement.ended().stream()
        .map(Settlement.End::after)
        .filter(entry -> entry.skipped() == SkipReason.ERASED)
        .forEach(entry -> letGo(held, entry, now));
    List<TransactWriteItem> writes = writes(held, settling(held, settlement, now));
    for (Settlement.End end : settlement.ended()) {
      addMoved(writes, held, end.before().state(), end.after(), now);
    }
    return written(writes);
  }

  @Override
  public boolean move(Held held, Judgement judgement, Instant now) {
    UpdateExpression replay =
        changing(held, now)
            .set(STATE, judgement.next().wireName())
            .onlyIf(STATE, "=", ":seen", AttributeValue.fromS(held.replay().state().wireName()));
    if (judgement.stopped() != null) {
      replay.set(STOP, judgement.stopped().wireName());
    }
    if (!judgement.next().isEnded()) {
      return written(writes(held, replay));
    }
    replay
        .set(ENDED_AT, now)
        .set(PENDING_INDEX_PK, Keys.replaysPartition(true))
        .remove(LEASE_OWNER, LEASE_UNTIL);
    List<TransactWriteItem> writes = writes(held, replay);
    AuditRecord done = held.replay().done(now);
    writes.add(TransactWriteItem.builder().put(AuditItem.put(table, done)).build());
    return written(writes);
  }

  // Nobody stores an outcome of what was erased, and so nobody else would park its letter again.
  private void letGo(Held held, Entry entry, Instant now) {
    try {
      dynamo.updateItem(
          Replaying.over(held.name(), entry, now).alone(table, Keys.deadLetter(entry.id())));
    } catch (ConditionalCheckFailedException _) {
      // It failed, or was answered, before that.
    }
  }

  private static UpdateExpression settling(Held held, Settlement settlement, Instant now) {
    long asked =
        settlement.ended().stream()
            .filter(end -> end.before().state() == EntryState.SENDING)
            .filter(end -> end.after().state() != EntryState.SKIPPED)
            .count();
    return changing(held, now)
        // Nobody can answer, or fail, what the queue did not have.
        .add(SENT, asked)
        .add(OUTSTANDING, -settlement.ended().size())
        .add(ANSWERED, count(settlement, EntryState.ANSWERED))
        .add(FAILED, count(settlement, EntryState.FAILED))
        .add(SKIPPED, count(settlement, EntryState.SKIPPED))
        .set(SETTLED_UP_TO, settlement.settledUpTo())
        .set(RECENT, settlement.recent().letters());
  }

  private static long count(Settlement settlement, EntryState state) {
    return settlement.ended().stream().filter(end -> end.after().state() == state).count();
  }

  private static UpdateExpression changing(Held held, Instant now) {
    return new UpdateExpression()
        .set(UPDATED_AT, now)
        .onlyIf(LEASE_OWNER, "=", ":driver", AttributeValue.fromS(held.owner()));
  }

  private List<TransactWriteItem> writes(Held held, UpdateExpression replay) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(update(replay, Keys.replay(held.name())));
    return writes;
  }

  private void addAsked(List<TransactWriteItem> writes, Held held, Question question, Instant now) {
    Entry entry = question.entry();
    writes.add(update(Replaying.request(question), Keys.request(entry.id())));
    writes.add(update(Replaying.letter(held.name(), question), Keys.deadLetter(entry.id())));
    addMoved(writes, held, EntryState.MATCHED, question.asked(), now);
  }

  private void addMoved(
      List<TransactWriteItem> writes, Held held, EntryState from, Entry entry, Instant now) {
    Key key = Keys.replayEntry(held.name(), entry.id(), entry.failedAt());
    writes.add(update(EntryItem.moved(from, entry, now), key));
  }

  private TransactWriteItem update(UpdateExpression update, Key key) {
    return TransactWriteItem.builder().update(update.of(table, key)).build();
  }

  private boolean written(List<TransactWriteItem> writes) {
    try {
      write(writes);
      return true;
    } catch (TransactionCanceledException e) {
      if (refused(e) == BeginVerdict.REFUSED) {
        return false;
      }
      throw e;
    }
  }

  private void write(List<TransactWriteItem> writes) {
    dynamo.transactWriteItems(request -> request.transactItems(writes));
  }

  private static BeginVerdict refused(TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    if (Cancellations.conditionFailed(reasons, REPLAY)) {
      return BeginVerdict.REFUSED;
    }
    for (int index = 1; index < reasons.size(); index++) {
      if (Cancellations.conditionFailed(reasons, index)) {
        return BeginVerdict.CHANGED;
      }
    }
    throw e;
  }
}
