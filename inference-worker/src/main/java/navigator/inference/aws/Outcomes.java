package navigator.inference.aws;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.inference.Outcome;
import navigator.inference.RequestFacts;
import navigator.inference.StoreOutcome;
import navigator.inference.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The table's outcomes, one a generation and never changed. Safe for use by many threads. */
public final class Outcomes implements StoreOutcome {

  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";

  // Where the two writes stand in the transaction, and so in the reasons of a cancellation.
  private static final int OUTCOME = 0;
  private static final int REQUEST = 1;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Duration retention;

  public Outcomes(DynamoDbClient dynamo, String table, Duration retention) {
    this.dynamo = dynamo;
    this.table = table;
    this.retention = retention;
  }

  @Override
  public Stored store(RequestFacts request, Outcome outcome) {
    try {
      dynamo.transactWriteItems(
          write -> write.transactItems(putIfAbsent(request, outcome), mark(request, outcome)));
      return new Stored.First(outcome);
    } catch (TransactionCanceledException e) {
      Stored standing = standing(e);
      if (standing instanceof Stored.Refused) {
        keepCost(request, outcome);
      }
      return standing;
    }
  }

  /** What was spent on a request that was cancelled meanwhile stays known; the answer does not. */
  private void keepCost(RequestFacts request, Outcome outcome) {
    RequestUpdate update =
        new RequestUpdate()
            .set(Attribute.ATTEMPTS, outcome.attempts())
            .removeLease()
            .ifEqual(Attribute.GENERATION, request.generation())
            .ifEqual(Attribute.STATUS, Status.CANCELLED.wireName());
    if (outcome instanceof Outcome.Answered answered) {
      update
          .set(Attribute.MODEL, answered.model())
          .set(Attribute.USAGE, OutcomeItem.usage(answered.usage()));
    }
    try {
      dynamo.updateItem(update.alone(table, request.requestId()));
    } catch (ConditionalCheckFailedException _) {
      return;
    } catch (SdkException e) {
      // The answer was discarded on purpose: only its cost is lost.
      LOG.atWarn()
          .addKeyValue("request_id", request.requestId().value())
          .setCause(e)
          .log("cost.not_kept");
    }
  }

  Optional<Outcome> read(RequestId id, int generation) {
    GetItemResponse found =
        dynamo.getItem(
            get ->
                get.tableName(table)
                    .key(Item.key(Keys.outcome(id, generation)))
                    .consistentRead(true));
    return Optional.of(new StoredItem(found.item()))
        .filter(_ -> found.hasItem())
        .filter(item -> !OutcomeItem.isErased(item))
        .map(OutcomeItem::read);
  }

  private static Stored standing(TransactionCanceledException e) {
    List<CancellationReason> reasons = e.cancellationReasons();
    if (CONDITION_FAILED.equals(reasons.get(REQUEST).code())) {
      return new Stored.Refused();
    }
    CancellationReason outcome = reasons.get(OUTCOME);
    if (CONDITION_FAILED.equals(outcome.code())) {
      return new Stored.Already(OutcomeItem.read(new StoredItem(outcome.item())));
    }
    throw e;
  }

  private TransactWriteItem putIfAbsent(RequestFacts request, Outcome outcome) {
    Item item = OutcomeItem.of(request, outcome).expiresAt(outcome.storedAt().plus(retention));
    Put put =
        Put.builder()
            .tableName(table)
            .item(item.attributes())
            .conditionExpression("attribute_not_exists(PK)")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  // The status and the pending entry stay as they are until the outcome is persisted.
  private TransactWriteItem mark(RequestFacts request, Outcome outcome) {
    Update update =
        new RequestUpdate()
            .set(Attribute.OUTCOME_GENERATION, request.generation())
            .set(Attribute.ATTEMPTS, outcome.attempts())
            .removeLease()
            .remove(Attribute.LAST_FAULT)
            .ifEqual(Attribute.GENERATION, request.generation())
            .ifNotEqual(Attribute.STATUS, Status.CANCELLED.wireName())
            .ifAbsent(Attribute.ERASED_AT)
            .inTransaction(table, request.requestId());
    return TransactWriteItem.builder().update(update).build();
  }
}
