package navigator.ops.aws;

import java.time.Instant;
import java.util.Optional;
import navigator.contracts.DeadLetterId;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.ops.ChangeRefusal;
import navigator.ops.Letter;
import navigator.ops.LetterChange;
import navigator.ops.LetterWriter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Decisions about dead letters, each one conditional write. Safe for use by many threads. */
final class DynamoLetterWriter implements LetterWriter {

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoLetterWriter(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<ChangeRefusal> write(
      DeadLetterId id, LetterChange change, String operation, Instant now) {
    try {
      dynamo.updateItem(update(id, change, operation, now));
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      Letter letter = e.hasItem() ? LetterRows.letter(new Row(e.item()), false) : null;
      // The SDK repeats a write that had succeeded if its answer was lost.
      return isOwn(letter, change, operation) ? Optional.empty() : refusal(letter, change, now, e);
    }
  }

  private UpdateItemRequest update(
      DeadLetterId id, LetterChange change, String operation, Instant now) {
    // The place within the index's partition tells when the request failed, and stays.
    Key index = Keys.deadLetterOfState(change.to(), id, now);
    return new UpdateExpression()
        .set(Attribute.STATE, change.to().wireName())
        .set(Attribute.UPDATED_AT, now)
        .set(Attribute.OPERATION, operation)
        .set(Attribute.PENDING_INDEX_PK, index.partition())
        .onlyIf(Attribute.STATE, "=", ":from", AttributeValue.fromS(change.from().wireName()))
        .onlyIf(
            Attribute.EXPIRES_AT,
            ">",
            ":now",
            AttributeValue.fromN(Long.toString(now.getEpochSecond())))
        .alone(table, Keys.deadLetter(id));
  }

  private static boolean isOwn(@Nullable Letter letter, LetterChange change, String operation) {
    return letter != null && letter.state() == change.to() && operation.equals(letter.operation());
  }

  private static Optional<ChangeRefusal> refusal(
      @Nullable Letter letter,
      LetterChange change,
      Instant now,
      ConditionalCheckFailedException failure) {
    Optional<ChangeRefusal> refusal = change.refusal(letter, now);
    if (refusal.isEmpty()) {
      throw new IllegalStateException("A dead letter was refused for no reason", failure);
    }
    return refusal;
  }
}
