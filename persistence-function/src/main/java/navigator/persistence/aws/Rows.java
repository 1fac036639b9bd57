package navigator.persistence.aws;

import static navigator.contracts.table.Attribute.ATTEMPTS;
import static navigator.contracts.table.Attribute.CACHE_READ_TOKENS;
import static navigator.contracts.table.Attribute.CACHE_WRITE_TOKENS;
import static navigator.contracts.table.Attribute.COMPLETED_AT;
import static navigator.contracts.table.Attribute.CONVERSATION_ID;
import static navigator.contracts.table.Attribute.CREATED_AT;
import static navigator.contracts.table.Attribute.DEADLINE_AT;
import static navigator.contracts.table.Attribute.DEFERRED_UNTIL;
import static navigator.contracts.table.Attribute.ERASED_AT;
import static navigator.contracts.table.Attribute.ERROR_CODE;
import static navigator.contracts.table.Attribute.ERROR_DETAIL;
import static navigator.contracts.table.Attribute.FIRST_FAILURE_AT;
import static navigator.contracts.table.Attribute.GENERATION;
import static navigator.contracts.table.Attribute.INPUT_TOKENS;
import static navigator.contracts.table.Attribute.MESSAGE;
import static navigator.contracts.table.Attribute.MESSAGE_FALLBACK_REASON;
import static navigator.contracts.table.Attribute.MESSAGE_MODEL;
import static navigator.contracts.table.Attribute.MESSAGE_REQUEST_ID;
import static navigator.contracts.table.Attribute.MESSAGE_TIMESTAMP;
import static navigator.contracts.table.Attribute.METADATA;
import static navigator.contracts.table.Attribute.MODEL;
import static navigator.contracts.table.Attribute.OUTCOME_GENERATION;
import static navigator.contracts.table.Attribute.OUTPUT_TOKENS;
import static navigator.contracts.table.Attribute.PENDING_INDEX_PK;
import static navigator.contracts.table.Attribute.REQUEST_ID;
import static navigator.contracts.table.Attribute.ROLE;
import static navigator.contracts.table.Attribute.SK;
import static navigator.contracts.table.Attribute.STARTED_AT;
import static navigator.contracts.table.Attribute.STATUS;
import static navigator.contracts.table.Attribute.STOP_REASON;
import static navigator.contracts.table.Attribute.TICKET;
import static navigator.contracts.table.Attribute.TRACEPARENT;
import static navigator.contracts.table.Attribute.TURN;
import static navigator.contracts.table.Attribute.UPDATED_AT;
import static navigator.contracts.table.Attribute.USAGE;
import static navigator.contracts.table.Attribute.USER_EMAIL;
import static navigator.contracts.table.Attribute.USER_ID;

import navigator.contracts.ConversationId;
import navigator.contracts.ErrorCode;
import navigator.contracts.RequestId;
import navigator.contracts.Role;
import navigator.contracts.Status;
import navigator.contracts.Traceparent;
import navigator.contracts.Turn;
import navigator.contracts.Usage;
import navigator.persistence.StoredMessage;
import navigator.persistence.StoredRequest;
import org.jspecify.annotations.Nullable;

/** What the items of the table say. */
final class Rows {

  private Rows() {}

  static StoredRequest request(Row row) {
    return new StoredRequest(
        new RequestId(row.text(REQUEST_ID)),
        new ConversationId(row.text(CONVERSATION_ID)),
        row.text(USER_ID),
        row.textOrNull(USER_EMAIL),
        Role.ofWireName(row.text(ROLE)),
        Turn.parse(row.text(TURN)),
        row.integer(GENERATION),
        Status.ofWireName(row.text(STATUS)),
        row.has(PENDING_INDEX_PK),
        row.has(OUTCOME_GENERATION) && row.integer(OUTCOME_GENERATION) >= row.integer(GENERATION),
        row.time(CREATED_AT),
        row.time(UPDATED_AT),
        row.time(DEADLINE_AT),
        new Traceparent(row.text(TRACEPARENT)),
        row.texts(METADATA),
        row.timeOrNull(ERASED_AT),
        new StoredRequest.Place(row.numberOrNull(TICKET), row.timeOrNull(DEFERRED_UNTIL)),
        progress(row));
  }

  private static StoredRequest.Progress progress(Row row) {
    return new StoredRequest.Progress(
        row.timeOrNull(STARTED_AT),
        row.timeOrNull(COMPLETED_AT),
        row.integerOrZero(ATTEMPTS),
        row.textOrNull(MODEL),
        row.textOrNull(STOP_REASON),
        usage(row),
        errorCode(row, ERROR_CODE),
        row.textOrNull(ERROR_DETAIL),
        row.timeOrNull(FIRST_FAILURE_AT));
  }

  /** Whether a message was not erased. */
  static boolean hasText(Row message) {
    return message.has(MESSAGE);
  }

  static StoredMessage message(Row row) {
    return new StoredMessage(
        new RequestId(row.text(MESSAGE_REQUEST_ID)),
        row.text(SK).endsWith("#USER") ? "user" : "assistant",
        row.text(MESSAGE),
        row.time(MESSAGE_TIMESTAMP),
        row.textOrNull(MESSAGE_MODEL),
        errorCode(row, MESSAGE_FALLBACK_REASON));
  }

  static @Nullable Usage usage(Row row) {
    Row usage = row.mapOrNull(USAGE);
    return usage == null
        ? null
        : new Usage(
            usage.integerOrZero(INPUT_TOKENS),
            usage.integerOrZero(OUTPUT_TOKENS),
            usage.integerOrZero(CACHE_READ_TOKENS),
            usage.integerOrZero(CACHE_WRITE_TOKENS));
  }

  static @Nullable ErrorCode errorCode(Row row, String name) {
    String code = row.textOrNull(name);
    return code == null ? null : ErrorCode.ofWireName(code);
  }
}
