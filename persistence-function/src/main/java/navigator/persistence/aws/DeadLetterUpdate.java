package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.ATTEMPTS;
import static navigator.contracts.table.Attribute.CONVERSATION_ID;
import static navigator.contracts.table.Attribute.ERROR_CODE;
import static navigator.contracts.table.Attribute.ERROR_DETAIL;
import static navigator.contracts.table.Attribute.EXPIRES_AT;
import static navigator.contracts.table.Attribute.FAILED_AT;
import static navigator.contracts.table.Attribute.FIRST_FAILURE_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.GENERATIONS;
import static navigator.contracts.table.Attribute.LAST_FAILURE_AT;
import static navigator.contracts.table.Attribute.MODEL;
import static navigator.contracts.table.Attribute.ORIGINAL;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.PENDING_INDEX_SK;
import static navigator.contracts.table.Attribute.PK;
import static navigator.contracts.table.Attribute.REQUEST_ID;
import static navigator.contracts.table.Attribute.ROLE;
import static navigator.contracts.table.Attribute.STATE;
import static navigator.contracts.table.Attribute.UPDATED_AT;
import static navigator.contracts.table.Attribute.USER_ID;
import static navigator.contracts.table.DeadLetterState.PARKED;
import static navigator.contracts.table.DeadLetterState.RESOLVED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.queue.Failure;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.wire.Wire;
import navigator.persistence.OutcomeWrite;
import navigator.persistence.StoredRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** How an outcome changes the dead letter of its request. */
final class DeadLetterUpdate {

  private DeadLetterUpdate() {}

  /** A fallback parks the request, for the first time or again after a failed replay. */
  static Update park(String table, OutcomeWrite write, ChatFellBack fellBack, Instant expiresAt) {
    StoredRequest request = write.seen();
    Failure failure = fellBack.failure();
    Key index = Keys.deadLetterOfState(PARKED, request.id(), write.at());
    UpdateExpression update =
        new UpdateExpression()
            .set(PENDING_INDEX_PK, index.partition())
            .set(PENDING_INDEX_SK, index.sort())
            .set(REQUEST_ID, request.id().value())
            .set(CONVERSATION_ID, request.conversation().value())
            .set(USER_ID, request.userId())
            .set(ROLE, request.role().wireName())
            .set(STATE, PARKED.wireName())
            .set(GENERATION, request.generation())
            .set(MODEL, fellBack.model())
            .set(ERROR_CODE, failure.code().wireName())
            .set(ERROR_DETAIL, failure.detail())
            .set(ATTEMPTS, failure.attempts())
            .set(FIRST_FAILURE_AT, firstFailure(), time(failure.firstAt()))
            .set(LAST_FAILURE_AT, failure.lastAt())
            .set(FAILED_AT, write.at())
            .set(UPDATED_AT, write.at())
            .set(EXPIRES_AT, expiresAt.getEpochSecond())
            .set(GENERATIONS, appended(), AttributeValue.fromL(List.of(entry(write, fellBack))))
            .value(":none", AttributeValue.fromL(List.of()));
    if (write.original() != null) {
      update.set(ORIGINAL, Wire.write(write.original()));
    }
    return update.of(table, Keys.deadLetter(request.id()));
  }

  /** A real answer leaves nothing to be done. */
  static Update resolve(String table, OutcomeWrite write) {
    StoredRequest request = write.seen();
    Key index = Keys.deadLetterOfState(RESOLVED, request.id(), write.at());
    return new UpdateExpression()
        .set(STATE, RESOLVED.wireName())
        .set(UPDATED_AT, write.at())
        .set(PENDING_INDEX_PK, index.partition())
        .onlyIfExists(PK)
        .of(table, Keys.deadLetter(request.id()));
  }

  private static String firstFailure() {
    return "if_not_exists(#%1$s, :%1$s)".formatted(FIRST_FAILURE_AT);
  }

  private static String appended() {
    return "list_append(if_not_exists(#%1$s, :none), :%1$s)".formatted(GENERATIONS);
  }

  private static AttributeValue entry(OutcomeWrite write, ChatFellBack fellBack) {
    Failure failure = fellBack.failure();
    return AttributeValue.fromM(
        Map.of(
            GENERATION, AttributeValue.fromN("" + write.seen().generation()),
            ERROR_CODE, AttributeValue.fromS(failure.code().wireName()),
            ERROR_DETAIL, AttributeValue.fromS(failure.detail()),
            ATTEMPTS, AttributeValue.fromN("" + failure.attempts()),
            MODEL, AttributeValue.fromS(fellBack.model()),
            FIRST_FAILURE_AT, time(failure.firstAt()),
            LAST_FAILURE_AT, time(failure.lastAt()),
            FAILED_AT, time(write.at())));
  }

  private static AttributeValue time(Instant instant) {
    return AttributeValue.fromS(IsoMicros.format(instant));
  }
}
