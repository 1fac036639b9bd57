package navigator.ingest.aws;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import navigator.contracts.table.IdempotencyAttribute;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyItemAlreadyExistsException;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyItemNotFoundException;
import software.amazon.lambda.powertools.idempotency.persistence.BasePersistenceStore;
import software.amazon.lambda.powertools.idempotency.persistence.DataRecord;

/**
 * The records of one execution: its writes bear its token, and end nothing that another execution
 * has taken over. Not for use by a second execution, nor by many threads.
 *
 * @see <a href="https://docs.powertools.aws.dev/lambda/java/utilities/idempotency/">Powertools:
 *     idempotency</a>
 */
final class FencedStore extends BasePersistenceStore {

  private static final String STATUS = "status";
  private static final String LEASE_UNTIL = "lease_until";
  private static final String OWNER = "owner";
  private static final String FINGERPRINT = "fingerprint";
  private static final String RESPONSE = "response";
  private static final String IN_PROGRESS = DataRecord.Status.INPROGRESS.toString();

  // A record's own getStatus() looks at the machine's clock, whatever clock it was made by.
  private static final String COMPLETED = DataRecord.Status.COMPLETED.toString();

  private static final String NAMES = "#status = :in_progress AND #owner = :owner";

  private final DynamoDbClient dynamo;
  private final String table;
  private final String owner;
  private @Nullable DataRecord inTheWay;

  /**
   * The records in a table.
   *
   * @param owner a token that no other execution has
   */
  FencedStore(DynamoDbClient dynamo, String table, String owner) {
    this.dynamo = dynamo;
    this.table = table;
    this.owner = owner;
  }

  /** The record that was in the way of {@link #putRecord}; its response is empty in progress. */
  @Override
  public DataRecord getRecord(String key) throws IdempotencyItemNotFoundException {
    DataRecord found = inTheWay;
    if (found == null) {
      throw new IdempotencyItemNotFoundException("No record was in the way");
    }
    return found;
  }

  @Override
  public void putRecord(DataRecord record, Instant now)
      throws IdempotencyItemAlreadyExistsException {
    try {
      dynamo.putItem(
          put ->
              put.tableName(table)
                  .item(begun(record))
                  .conditionExpression(
                      "attribute_not_exists(id) OR #expiration < :now"
                          + " OR (#status = :in_progress AND #lease < :now_millis)")
                  .expressionAttributeNames(
                      Map.of(
                          "#expiration", IdempotencyAttribute.EXPIRATION,
                          "#status", STATUS,
                          "#lease", LEASE_UNTIL))
                  .expressionAttributeValues(
                      Map.of(
                          ":now", number(now.getEpochSecond()),
                          ":now_millis", number(now.toEpochMilli()),
                          ":in_progress", AttributeValue.fromS(IN_PROGRESS)))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
    } catch (ConditionalCheckFailedException e) {
      // The SDK repeats a write whose answer was lost: then what is in the way is our own.
      if (!owner.equals(text(e.item(), OWNER))) {
        inTheWay = record(e.item());
        throw new IdempotencyItemAlreadyExistsException("A record was in the way", e);
      }
    }
  }

  @Override
  public void updateRecord(DataRecord record) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(record.getIdempotencyKey()))
                  .updateExpression(
                      "SET #status = :status, #response = :response, #expiration = :expiration"
                          + " REMOVE #lease")
                  .conditionExpression(NAMES)
                  .expressionAttributeNames(
                      Map.of(
                          "#status", STATUS,
                          "#response", RESPONSE,
                          "#expiration", IdempotencyAttribute.EXPIRATION,
                          "#lease", LEASE_UNTIL,
                          "#owner", OWNER))
                  .expressionAttributeValues(
                      Map.of(
                          ":status", AttributeValue.fromS(COMPLETED),
                          ":response", AttributeValue.fromS(record.getResponseData()),
                          ":expiration", number(record.getExpiryTimestamp()),
                          ":in_progress", AttributeValue.fromS(IN_PROGRESS),
                          ":owner", AttributeValue.fromS(owner))));
    } catch (ConditionalCheckFailedException _) {
      // Another execution took over: its record stands.
    }
  }

  @Override
  public void deleteRecord(String key) {
    try {
      dynamo.deleteItem(
          delete ->
              delete
                  .tableName(table)
                  .key(key(key))
                  .conditionExpression(NAMES)
                  .expressionAttributeNames(Map.of("#status", STATUS, "#owner", OWNER))
                  .expressionAttributeValues(
                      Map.of(
                          ":in_progress", AttributeValue.fromS(IN_PROGRESS),
                          ":owner", AttributeValue.fromS(owner))));
    } catch (ConditionalCheckFailedException _) {
      // Another execution took over: its record stands.
    }
  }

  private Map<String, AttributeValue> begun(DataRecord record) {
    return Map.of(
        IdempotencyAttribute.ID,
        AttributeValue.fromS(record.getIdempotencyKey()),
        IdempotencyAttribute.EXPIRATION,
        number(record.getExpiryTimestamp()),
        STATUS,
        AttributeValue.fromS(IN_PROGRESS),
        LEASE_UNTIL,
        number(record.getInProgressExpiryTimestamp().orElseThrow()),
        FINGERPRINT,
        AttributeValue.fromS(record.getPayloadHash()),
        OWNER,
        AttributeValue.fromS(owner));
  }

  private static DataRecord record(Map<String, AttributeValue> item) {
    return new DataRecord(
        text(item, IdempotencyAttribute.ID),
        DataRecord.Status.valueOf(text(item, STATUS)),
        Long.parseLong(requireNonNull(item.get(IdempotencyAttribute.EXPIRATION)).n()),
        text(item, RESPONSE),
        text(item, FINGERPRINT),
        OptionalLong.empty());
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of(IdempotencyAttribute.ID, AttributeValue.fromS(id));
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? "" : value.s();
  }
}
