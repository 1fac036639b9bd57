package navigator.ops.replay;

import java.time.Instant;
import navigator.contracts.RequestId;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.Keys;
import navigator.contracts.table.SkipReason;
import org.jspecify.annotations.Nullable;

/**
 * What a replay does about one dead letter.
 *
 * @param failedAt when the request was given up
 * @param generation the one that failed: the replay's own is one more
 * @param skipped why it was left out; null if it was not
 */
public record Entry(
    RequestId id,
    Instant failedAt,
    int generation,
    EntryState state,
    @Nullable SkipReason skipped) {

  static Entry of(ParkedLetter letter) {
    return new Entry(letter.id(), letter.failedAt(), letter.generation(), EntryState.MATCHED, null);
  }

  /** Its place among the entries of a replay, the oldest failure first. */
  public String position(String replay) {
    return Keys.replayEntry(replay, id, failedAt).sort();
  }

  /** The same in another state. */
  public Entry in(EntryState next) {
    return new Entry(id, failedAt, generation, next, null);
  }

  Entry leftOut(SkipReason why) {
    return new Entry(id, failedAt, generation, EntryState.SKIPPED, why);
  }
}
