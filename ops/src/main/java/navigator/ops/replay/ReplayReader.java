package navigator.ops.replay;

import java.util.List;
import java.util.Optional;
import navigator.ops.Slice;
import org.jspecify.annotations.Nullable;

/** Where replays are looked up. */
public interface ReplayReader {

  /** The replay of that name as it is now, with its counts. */
  Optional<Replay> find(String name);

  /** The names of those that have not ended, the oldest first; a moment behind. */
  List<String> active();

  /**
   * Replays that have ended, or have not, the newest first; one that began or ended a moment ago
   * may be missing.
   *
   * @param after the position of the last that was read; null to begin
   */
  Slice<Replay> list(boolean ended, @Nullable String after, int limit);
}
