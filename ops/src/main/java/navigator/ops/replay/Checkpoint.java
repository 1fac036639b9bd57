package navigator.ops.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay is to be gone on with.
 *
 * @param matchedUpTo up to where the dead letters were read, and those selected have an entry
 * @param sentUpTo the position of the last entry that was asked or skipped
 * @param settledUpTo the position of the first entry that may be outstanding
 * @param nextSendAt before it nothing is asked
 * @param recent how the latest ended
 */
public record Checkpoint(
    @Nullable String matchedUpTo,
    @Nullable String sentUpTo,
    @Nullable String settledUpTo,
    @Nullable Instant nextSendAt,
    RecentEnds recent) {

  /** Of a replay that has not begun. */
  public static final Checkpoint NONE = new Checkpoint(null, null, null, null, RecentEnds.NONE);
}
