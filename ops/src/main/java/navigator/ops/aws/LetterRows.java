package navigator.ops.aws;

import java.time.Instant;
import navigator.contracts.ConversationId;
import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import navigator.ops.Letter;
import org.jspecify.annotations.Nullable;

/** What the items of dead letters say. */
final class LetterRows {

  private LetterRows() {}

  static Letter letter(Row row, boolean withText) {
    return new Letter(
        id(row),
        row.named(Attribute.STATE, DeadLetterState::ofWireName),
        row.time(Attribute.FAILED_AT),
        updatedAt(row),
        expiresAt(row),
        code(row, Attribute.ERROR_CODE),
        row.textOrNull(Attribute.ERROR_DETAIL),
        row.textOrNull(Attribute.MODEL),
        row.textOrNull(Attribute.USER_ID),
        conversation(row),
        row.textOrNull(Attribute.ROLE),
        integerOrNull(row, Attribute.GENERATION),
        integerOrNull(row, Attribute.ATTEMPTS),
        row.timeOrNull(Attribute.FIRST_FAILURE_AT),
        row.timeOrNull(Attribute.LAST_FAILURE_AT),
        row.textOrNull(Attribute.REPLAY),
        row.textOrNull(Attribute.OPERATION),
        row.has(Attribute.ORIGINAL),
        row.rows(Attribute.GENERATIONS).stream().map(LetterRows::generation).toList(),
        row.textOrNull(Attribute.BODY_SHA256),
        withText ? text(row) : null);
  }

  /** The id of the letter that an item is, or that an entry of the index is of. */
  static DeadLetterId id(Row row) {
    Key key = new Key(row.text(Attribute.PK), row.text(Attribute.SK));
    return Keys.deadLetterAt(key)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The item %s %s is no dead letter".formatted(key.partition(), key.sort())));
  }

  static @Nullable ErrorCode code(Row row, String name) {
    String code = row.textOrNull(name);
    return code == null ? null : ErrorCode.ofWireName(code);
  }

  static @Nullable ConversationId conversation(Row row) {
    String id = row.textOrNull(Attribute.CONVERSATION_ID);
    return id == null ? null : new ConversationId(id);
  }

  static @Nullable Integer integerOrNull(Row row, String name) {
    return row.has(name) ? row.integer(name) : null;
  }

  // The letter of a message that could not be read has no time but that of its failure.
  private static Instant updatedAt(Row row) {
    Instant updated = row.timeOrNull(Attribute.UPDATED_AT);
    return updated == null ? row.time(Attribute.FAILED_AT) : updated;
  }

  private static Instant expiresAt(Row row) {
    return Instant.ofEpochSecond(row.number(Attribute.EXPIRES_AT));
  }

  private static Letter.Generation generation(Row row) {
    return new Letter.Generation(
        row.integer(Attribute.GENERATION),
        ErrorCode.ofWireName(row.text(Attribute.ERROR_CODE)),
        row.text(Attribute.ERROR_DETAIL),
        row.integerOrZero(Attribute.ATTEMPTS),
        row.time(Attribute.FAILED_AT),
        row.textOrNull(Attribute.MODEL),
        row.timeOrNull(Attribute.FIRST_FAILURE_AT),
        row.timeOrNull(Attribute.LAST_FAILURE_AT));
  }

  private static Letter.Text text(Row row) {
    String original = row.textOrNull(Attribute.ORIGINAL);
    return new Letter.Text(
        original == null ? null : message(original), row.textOrNull(Attribute.BODY_PREFIX));
  }

  private static @Nullable String message(String original) {
    return switch (Wire.read(original, ChatRequest.class)) {
      case Read.Valid<ChatRequest>(ChatRequest request) -> request.message();
      case Read.Invalid<ChatRequest> _ -> null;
    };
  }
}
