package navigator.ops.aws;

import navigator.contracts.ConversationId;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.Usage;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.ops.ReplayStep;
import navigator.ops.RequestFacts;
import navigator.ops.StoredOutcome;
import navigator.ops.replay.Entry;
import org.jspecify.annotations.Nullable;

/** What the items of requests and outcomes say. */
final class StoryRows {

  private StoryRows() {}

  static RequestFacts request(Row row) {
    return new RequestFacts(
        new RequestId(row.text(Attribute.REQUEST_ID)),
        new ConversationId(row.text(Attribute.CONVERSATION_ID)),
        row.text(Attribute.USER_ID),
        row.text(Attribute.ROLE),
        Status.ofWireName(row.text(Attribute.STATUS)),
        row.integer(Attribute.GENERATION),
        row.has(Attribute.PENDING_INDEX_PK),
        row.time(Attribute.CREATED_AT),
        row.time(Attribute.UPDATED_AT),
        row.time(Attribute.DEADLINE_AT),
        row.timeOrNull(Attribute.STARTED_AT),
        row.timeOrNull(Attribute.COMPLETED_AT),
        row.integerOrZero(Attribute.ATTEMPTS),
        row.integerOrZero(Attribute.CRASHES),
        row.textOrNull(Attribute.MODEL),
        row.textOrNull(Attribute.STOP_REASON),
        usage(row),
        LetterRows.code(row, Attribute.ERROR_CODE),
        row.textOrNull(Attribute.ERROR_DETAIL),
        LetterRows.code(row, Attribute.LAST_FAULT),
        row.timeOrNull(Attribute.FIRST_FAILURE_AT),
        row.timeOrNull(Attribute.LAST_FAILURE_AT),
        row.timeOrNull(Attribute.LEASE_UNTIL),
        row.timeOrNull(Attribute.DEFERRED_UNTIL),
        row.timeOrNull(Attribute.ERASED_AT));
  }

  static StoredOutcome outcome(Row row, boolean withText) {
    return new StoredOutcome(
        row.integer(Attribute.GENERATION),
        row.text(Attribute.KIND).equals(Attribute.ANSWERED),
        row.time(Attribute.STORED_AT),
        row.integerOrZero(Attribute.ATTEMPTS),
        row.textOrNull(Attribute.MODEL),
        row.textOrNull(Attribute.STOP_REASON),
        usage(row),
        LetterRows.code(row, Attribute.ERROR_CODE),
        row.textOrNull(Attribute.ERROR_DETAIL),
        withText ? row.textOrNull(Attribute.REPLY) : null);
  }

  /** An entry of a replay, which is about the generation that follows the failed one. */
  static ReplayStep replay(Row row) {
    Entry entry = EntryItem.read(row);
    return new ReplayStep(
        entry.generation() + 1,
        Keys.replayNameAt(row.text(Attribute.PK)),
        entry.state(),
        row.time(Attribute.UPDATED_AT),
        entry.skipped());
  }

  private static @Nullable Usage usage(Row row) {
    Row usage = row.mapOrNull(Attribute.USAGE);
    return usage == null
        ? null
        : new Usage(
            usage.integerOrZero(Attribute.INPUT_TOKENS),
            usage.integerOrZero(Attribute.OUTPUT_TOKENS),
            usage.integerOrZero(Attribute.CACHE_READ_TOKENS),
            usage.integerOrZero(Attribute.CACHE_WRITE_TOKENS));
  }
}
