package navigator.ops;

import java.time.Instant;
import navigator.contracts.ConversationId;
import navigator.contracts.DeadLetterId;
import navigator.contracts.ErrorCode;
import navigator.contracts.table.DeadLetterState;
import navigator.contracts.table.Keys;
import org.jspecify.annotations.Nullable;

/**
 * What the index tells of a dead letter.
 *
 * @param code why the request was given up last; null for a message that could not be read, as is
 *     all that follows
 * @param detail a sentence of ours; null on letters older than the index's knowledge of it
 * @param generation the one that failed last
 */
public record LetterSummary(
    DeadLetterId id,
    DeadLetterState state,
    Instant failedAt,
    @Nullable ErrorCode code,
    @Nullable String detail,
    @Nullable String model,
    @Nullable String userId,
    @Nullable ConversationId conversationId,
    @Nullable Integer generation) {

  /** Its place among the letters, which are read from the newest on: positions sort as text. */
  String position() {
    return Keys.deadLetterOfState(state, id, failedAt).sort();
  }
}
