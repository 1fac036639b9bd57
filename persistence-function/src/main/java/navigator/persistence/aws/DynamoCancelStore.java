package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.COMPLETED_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.OUTCOME_GENERATION;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.PENDING_INDEX_SK;
import static navigator.contracts.table.Attribute.STATUS;
import static navigator.contracts.table.Attribute.UPDATED_AT;

import java.time.Instant;
import navigator.contracts.IsoMicros;
import navigator.contracts.Status;
import navigator.contracts.table.Keys;
import navigator.persistence.CancelStore;
import navigator.persistence.StoredRequest;
import navigator.persistence.UpdateVerdict;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Cancels requests in the single table, each by one write. Safe for use by many threads. */
final class DynamoCancelStore implements CancelStore {

  private final RequestWrites writes;

  DynamoCancelStore(RequestWrites writes) {
    this.writes = writes;
  }

  @Override
  public UpdateVerdict cancel(StoredRequest seen, Instant at) {
    return writes.write(cancelling(seen, at));
  }

  // The lease stays: by it a worker that is at it still tells what it spent.
  private UpdateItemRequest cancelling(StoredRequest seen, Instant at) {
    AttributeValue time = AttributeValue.fromS(IsoMicros.format(at));
    return new UpdateExpression()
        .set(STATUS, Status.CANCELLED.wireName())
        .set(UPDATED_AT, at)
        .set(COMPLETED_AT, at)
        .remove(PENDING_INDEX_PK, PENDING_INDEX_SK)
        .onlyIf(STATUS, "=", ":seenStatus", AttributeValue.fromS(seen.status().wireName()))
        .onlyIf(GENERATION, "=", ":seenGeneration", AttributeValue.fromN("" + seen.generation()))
        .onlyIf(UPDATED_AT, "<=", ":notAfter", time)
        .onlyIfAbsentOrBelow(OUTCOME_GENERATION, ":seenGeneration", seen.generation())
        .alone(writes.table(), Keys.request(seen.id()));
  }
}
