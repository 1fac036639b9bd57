package navigator.ops.aws;

import static navigator.contracts.table.Attribute.ATTEMPTS;
import static navigator.contracts.table.Attribute.CRASHES;
import static navigator.contracts.table.Attribute.DEADLINE_AT;
import static navigator.contracts.table.Attribute.DEFERRED_UNTIL;
import static navigator.contracts.table.Attribute.ERASED_AT;
import static navigator.contracts.table.Attribute.EXPIRES_AT;
import static navigator.contracts.table.Attribute.FIRST_FAILURE_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.LAST_FAILURE_AT;
import static navigator.contracts.table.Attribute.LAST_FAULT;
import static navigator.contracts.table.Attribute.LEASE_OWNER;
import static navigator.contracts.table.Attribute.LEASE_UNTIL;
import static navigator.contracts.table.Attribute.ORIGINAL;
import static navigator.contracts.table.Attribute.OUTCOME_GENERATION;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.PENDING_INDEX_SK;
import static navigator.contracts.table.Attribute.REPLAY;
import static navigator.contracts.table.Attribute.STATE;
import static navigator.contracts.table.Attribute.STATUS;
import static navigator.contracts.table.Attribute.TICKET;
import static navigator.contracts.table.Attribute.UPDATED_AT;
import static navigator.contracts.table.DeadLetterState.PARKED;
import static navigator.contracts.table.DeadLetterState.REPLAYING;

import java.time.Instant;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.ops.replay.Entry;
import navigator.ops.replay.Question;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How asking again changes a request and its dead letter. */
final class Replaying {

  private Replaying() {}

  /** The request in its new generation: as if it had just been submitted, but for its status. */
  static UpdateExpression request(Question question) {
    UpdateExpression update = again(question);
    // A call that was in flight when the request was swept may store its answer until now.
    return question.failureStored()
        ? update
        : update.onlyIfAbsentOrBelow(
            OUTCOME_GENERATION, ":unanswered", question.entry().generation());
  }

  private static UpdateExpression again(Question question) {
    RequestId id = question.entry().id();
    Key pending = Keys.pending(id, question.message().deadlineAt());
    return new UpdateExpression()
        .set(GENERATION, question.message().generation())
        .set(DEADLINE_AT, question.message().deadlineAt())
        .set(PENDING_INDEX_PK, pending.partition())
        .set(PENDING_INDEX_SK, pending.sort())
        .set(UPDATED_AT, question.at())
        .set(EXPIRES_AT, question.requestExpiresAt())
        .set(ATTEMPTS, 0)
        .set(CRASHES, 0)
        .remove(
            LAST_FAULT,
            FIRST_FAILURE_AT,
            LAST_FAILURE_AT,
            LEASE_OWNER,
            LEASE_UNTIL,
            TICKET,
            DEFERRED_UNTIL)
        .onlyIf(GENERATION, "=", ":failed", failedGeneration(question))
        .onlyIf(STATUS, "=", ":fallback", AttributeValue.fromS(Status.FALLBACK.wireName()))
        .onlyIf(
            UPDATED_AT, "<=", ":notAfter", AttributeValue.fromS(IsoMicros.format(question.at())))
        .onlyIfAbsent(PENDING_INDEX_PK)
        .onlyIfAbsent(ERASED_AT);
  }

  /** The dead letter, which says by which replay its request is asked. */
  static UpdateExpression letter(String replay, Question question) {
    RequestId id = question.entry().id();
    Key index = Keys.deadLetterOfState(REPLAYING, id, question.entry().failedAt());
    return new UpdateExpression()
        .set(STATE, REPLAYING.wireName())
        .set(REPLAY, replay)
        .set(PENDING_INDEX_PK, index.partition())
        .set(PENDING_INDEX_SK, index.sort())
        .set(UPDATED_AT, question.at())
        .set(EXPIRES_AT, question.letterExpiresAt())
        .onlyIf(STATE, "=", ":parked", AttributeValue.fromS(PARKED.wireName()))
        .onlyIf(GENERATION, "=", ":failed", failedGeneration(question))
        .onlyIfExists(ORIGINAL);
  }

  /** The dead letter of a request that nobody answers any more: parked as it was before. */
  static UpdateExpression over(String replay, Entry entry, Instant now) {
    return new UpdateExpression()
        .set(STATE, PARKED.wireName())
        .set(
            PENDING_INDEX_PK,
            Keys.deadLetterOfState(PARKED, entry.id(), entry.failedAt()).partition())
        .set(UPDATED_AT, now)
        .onlyIf(STATE, "=", ":replaying", AttributeValue.fromS(REPLAYING.wireName()))
        .onlyIf(REPLAY, "=", ":its", AttributeValue.fromS(replay));
  }

  private static AttributeValue failedGeneration(Question question) {
    return AttributeValue.fromN("" + question.entry().generation());
  }
}
