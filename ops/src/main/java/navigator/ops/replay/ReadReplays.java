package navigator.ops.replay;

import java.util.Optional;
import navigator.ops.Slice;
import org.jspecify.annotations.Nullable;

/** Shows replays to operators. Safe for use by many threads. */
public final class ReadReplays {

  private final ReplayReader replays;
  private final ReplayEntries entries;

  public ReadReplays(ReplayReader replays, ReplayEntries entries) {
    this.replays = replays;
    this.entries = entries;
  }

  /** The replay of that name as it is now, with its counts. */
  public Optional<Replay> find(String name) {
    return ReplayOrder.isName(name) ? replays.find(name) : Optional.empty();
  }

  /**
   * Replays that have ended, or have not, the newest first.
   *
   * @param after {@link Slice#next} of the slice before; null to begin
   */
  public Slice<Replay> list(boolean ended, @Nullable String after, int limit) {
    return replays.list(ended, after, limit);
  }

  /**
   * What the replay did about each dead letter, the oldest failure first; nothing if there is no
   * such replay.
   *
   * @param after {@link Slice#next} of the slice before; null to begin
   */
  public Slice<Entry> entries(String name, @Nullable String after, int limit) {
    return entries.page(name, after, limit);
  }
}
