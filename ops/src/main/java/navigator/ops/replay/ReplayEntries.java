package navigator.ops.replay;

import java.util.List;
import navigator.ops.Slice;
import org.jspecify.annotations.Nullable;

/** The entries of replays, always the oldest failure first, never a moment behind. */
public interface ReplayEntries {

  /** The first that nothing was done about. */
  List<Entry> next(Replay replay, int limit);

  /** Those that were asked and have not ended. */
  List<Entry> outstanding(Replay replay);

  /**
   * All of them, page by page.
   *
   * @param after the position of the last that was read; null to begin
   */
  Slice<Entry> page(String replay, @Nullable String after, int limit);
}
