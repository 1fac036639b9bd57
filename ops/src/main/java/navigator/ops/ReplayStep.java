package navigator.ops;

import java.time.Instant;
import navigator.contracts.table.EntryState;
import navigator.contracts.table.SkipReason;
import org.jspecify.annotations.Nullable;

/**
 * What one replay did about one dead letter.
 *
 * @param generation that it asked, or would have asked
 * @param replay its name
 * @param at when that last changed
 * @param skipped why it was left out; null if it was not
 */
public record ReplayStep(
    int generation, String replay, EntryState state, Instant at, @Nullable SkipReason skipped) {

  /** Whether the request was in its generation for this replay. */
  public boolean wasAsked() {
    return switch (state) {
      case SENDING, SENT, ANSWERED, FAILED -> true;
      case MATCHED, SKIPPED -> false;
    };
  }
}
