package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.COMPLETED_AT;
import static navigator.contracts.table.Attribute.ERASED_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.METADATA;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.PENDING_INDEX_SK;
import static navigator.contracts.table.Attribute.STATUS;
import static navigator.contracts.table.Attribute.UPDATED_AT;

import java.time.Instant;
import navigator.contracts.IsoMicros;
import navigator.contracts.Status;
import navigator.contracts.table.Keys;
import navigator.persistence.SealStore;
import navigator.persistence.StoredRequest;
import navigator.persistence.UpdateVerdict;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Closes requests of the single table to all text. Whoever stores text changes the request in the
 * same transaction, on condition that it is not closed. Safe for use by many threads.
 */
final class DynamoSealStore implements SealStore {

  private final RequestWrites writes;

  DynamoSealStore(RequestWrites writes) {
    this.writes = writes;
  }

  @Override
  public UpdateVerdict seal(StoredRequest seen, Instant at) {
    AttributeValue time = AttributeValue.fromS(IsoMicros.format(at));
    UpdateExpression update =
        new UpdateExpression()
            .set(ERASED_AT, at)
            .remove(METADATA, PENDING_INDEX_PK, PENDING_INDEX_SK)
            .onlyIf(STATUS, "=", ":seenStatus", AttributeValue.fromS(seen.status().wireName()))
            .onlyIf(
                GENERATION, "=", ":seenGeneration", AttributeValue.fromN("" + seen.generation()))
            .onlyIf(UPDATED_AT, "<=", ":notAfter", time);
    if (seen.status().canBecome(Status.CANCELLED)) {
      update.set(STATUS, Status.CANCELLED.wireName()).set(UPDATED_AT, at).set(COMPLETED_AT, at);
    }
    return writes.write(update.alone(writes.table(), Keys.request(seen.id())));
  }
}
