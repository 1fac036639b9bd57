package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.ATTEMPTS;
import static navigator.contracts.table.Attribute.CACHE_READ_TOKENS;
import static navigator.contracts.table.Attribute.CACHE_WRITE_TOKENS;
import static navigator.contracts.table.Attribute.COMPLETED_AT;
import static navigator.contracts.table.Attribute.ERASED_AT;
import static navigator.contracts.table.Attribute.ERROR_CODE;
import static navigator.contracts.table.Attribute.ERROR_DETAIL;
import static navigator.contracts.table.Attribute.FIRST_FAILURE_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.INPUT_TOKENS;
import static navigator.contracts.table.Attribute.LAST_FAILURE_AT;
import static navigator.contracts.table.Attribute.LEASE_OWNER;
import static navigator.contracts.table.Attribute.LEASE_UNTIL;
import static navigator.contracts.table.Attribute.MODEL;
import static navigator.contracts.table.Attribute.OUTPUT_TOKENS;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.PENDING_INDEX_SK;
import static navigator.contracts.table.Attribute.STATUS;
import static navigator.contracts.table.Attribute.STOP_REASON;
import static navigator.contracts.table.Attribute.UPDATED_AT;
import static navigator.contracts.table.Attribute.USAGE;

import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.Status;
import navigator.contracts.Usage;
import navigator.contracts.event.ChatAnswered;
import navigator.contracts.event.ChatFellBack;
import navigator.contracts.queue.Failure;
import navigator.contracts.table.Keys;
import navigator.persistence.OutcomeWrite;
import navigator.persistence.StoredRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** How an outcome changes its request, provided that the request is still as it was seen. */
final class RequestUpdate {

  private RequestUpdate() {}

  static Update of(String table, OutcomeWrite write) {
    UpdateExpression update =
        new UpdateExpression()
            .set(STATUS, write.status().wireName())
            .set(UPDATED_AT, write.at())
            .set(COMPLETED_AT, write.at())
            .remove(PENDING_INDEX_PK, PENDING_INDEX_SK, LEASE_OWNER, LEASE_UNTIL);
    switch (write.outcome()) {
      case ChatAnswered answered -> answer(update, answered);
      case ChatFellBack fellBack -> failure(update, fellBack);
    }
    requireAsSeen(update, write);
    return update.of(table, Keys.request(write.seen().id()));
  }

  private static void answer(UpdateExpression update, ChatAnswered answered) {
    update
        .set(MODEL, answered.model())
        .set(STOP_REASON, answered.stopReason())
        .set(USAGE, usage(answered.usage()))
        .set(ATTEMPTS, answered.attempts())
        .remove(ERROR_CODE, ERROR_DETAIL, FIRST_FAILURE_AT, LAST_FAILURE_AT);
  }

  private static void failure(UpdateExpression update, ChatFellBack fellBack) {
    Failure failure = fellBack.failure();
    update
        .set(MODEL, fellBack.model())
        .set(ATTEMPTS, failure.attempts())
        .set(ERROR_CODE, failure.code().wireName())
        .set(ERROR_DETAIL, failure.detail())
        .set(FIRST_FAILURE_AT, failure.firstAt())
        .set(LAST_FAILURE_AT, failure.lastAt());
  }

  private static void requireAsSeen(UpdateExpression update, OutcomeWrite write) {
    StoredRequest seen = write.seen();
    String at = IsoMicros.format(write.at());
    update
        .onlyIf(GENERATION, "=", ":seenGeneration", AttributeValue.fromN("" + seen.generation()))
        .onlyIf(STATUS, "=", ":seenStatus", AttributeValue.fromS(seen.status().wireName()))
        .onlyIf(UPDATED_AT, "<=", ":notAfter", AttributeValue.fromS(at))
        .onlyIfAbsent(ERASED_AT);
    if (seen.status() == Status.FALLBACK && write.status() == Status.FALLBACK) {
      // Without this a second event of the same replay would count it twice.
      update.onlyIfExists(PENDING_INDEX_PK);
    }
  }

  private static AttributeValue usage(Usage usage) {
    return AttributeValue.fromM(
        Map.of(
            INPUT_TOKENS, AttributeValue.fromN("" + usage.inputTokens()),
            OUTPUT_TOKENS, AttributeValue.fromN("" + usage.outputTokens()),
            CACHE_READ_TOKENS, AttributeValue.fromN("" + usage.cacheReadTokens()),
            CACHE_WRITE_TOKENS, AttributeValue.fromN("" + usage.cacheWriteTokens())));
  }
}
