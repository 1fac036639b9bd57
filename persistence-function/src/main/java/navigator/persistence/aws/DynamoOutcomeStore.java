package navigator.persistence.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.Status;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.table.Keys;
import navigator.persistence.CommitVerdict;
import navigator.persistence.OutcomeConfig;
import navigator.persistence.OutcomeStore;
import navigator.persistence.OutcomeWrite;
import navigator.persistence.StoredRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes outcomes to the single table, each in one transaction. Safe for use by many threads. */
final class DynamoOutcomeStore implements OutcomeStore {

  private static final int REQUEST = 0;
  private static final int DEAD_LETTER = 2;

  private final DynamoDbClient dynamo;
  private final TableReader reader;
  private final String table;
  private final Duration retention;
  private final Duration deadLetterRetention;

  DynamoOutcomeStore(DynamoDbClient dynamo, OutcomeConfig config) {
    this.dynamo = dynamo;
    this.reader = new TableReader(dynamo, config.tableName());
    this.table = config.tableName();
    this.retention = config.retention();
    this.deadLetterRetention = config.deadLetterRetention();
  }

  @Override
  public CommitVerdict commit(OutcomeWrite write) {
    try {
      List<TransactWriteItem> writes = writes(write);
      dynamo.transactWriteItems(request -> request.transactItems(writes));
      return new CommitVerdict.Committed();
    } catch (TransactionCanceledException e) {
      return changed(write.seen(), e);
    }
  }

  private List<TransactWriteItem> writes(OutcomeWrite write) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(update(RequestUpdate.of(table, write)));
    writes.add(putMessage(write));
    deadLetter(write).map(DynamoOutcomeStore::update).ifPresent(writes::add);
    return writes;
  }

  private TransactWriteItem putMessage(OutcomeWrite write) {
    Map<String, AttributeValue> message =
        AssistantMessage.of(write.seen(), write.outcome(), write.at().plus(retention));
    Put put = Put.builder().tableName(table).item(message).build();
    return TransactWriteItem.builder().put(put).build();
  }

  private Optional<Update> deadLetter(OutcomeWrite write) {
    return switch (write.outcome()) {
      case ChatFellBack fellBack ->
          Optional.of(
              DeadLetterUpdate.park(table, write, fellBack, write.at().plus(deadLetterRetention)));
      case ChatAnswered _ ->
          hasDeadLetter(write.seen())
              ? Optional.of(DeadLetterUpdate.resolve(table, write))
              : Optional.empty();
    };
  }

  // A dead letter is kept for a shorter time than its request: it may be gone.
  private boolean hasDeadLetter(StoredRequest request) {
    return request.status() == Status.FALLBACK
        && reader.find(Keys.deadLetter(request.id())).isPresent();
  }

  private static CommitVerdict changed(StoredRequest seen, TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    if (Cancellations.conditionFailed(reasons, REQUEST)) {
      Map<String, AttributeValue> now = reasons.get(REQUEST).item();
      return new CommitVerdict.Changed(now.isEmpty() ? null : Rows.request(new Row(now)));
    }
    if (Cancellations.conditionFailed(reasons, DEAD_LETTER)) {
      return new CommitVerdict.Changed(seen);
    }
    throw e;
  }

  private static TransactWriteItem update(Update update) {
    return TransactWriteItem.builder().update(update).build();
  }
}
