package navigator.ops.replay;

import java.time.Instant;
import navigator.contracts.table.ReplayStop;
import org.jspecify.annotations.Nullable;

/**
 * A replay as operators see it.
 *
 * @param stop why nothing more is asked; null while something is, or all was
 */
public record ReplayObject(
    String name,
    String state,
    @Nullable String stop,
    String actor,
    String reason,
    SelectionObject selection,
    int rate,
    int maximum,
    int canary,
    double stopShare,
    long deadlineSeconds,
    ReplayCounts counts,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant cancelledAt,
    @Nullable Instant endedAt,
    Urls urls) {

  /** Where to go next; relative to the API's base URL. */
  public record Urls(String self, String cancel) {

    static Urls of(String name) {
      String self = "/ops/replays/" + name;
      return new Urls(self, self + "/cancel");
    }
  }

  public static ReplayObject of(Replay replay) {
    ReplayTerms terms = replay.terms();
    return new ReplayObject(
        replay.name(),
        replay.state().wireName(),
        replay.stop().map(ReplayStop::wireName).orElse(null),
        replay.order().actor(),
        replay.order().reason(),
        SelectionObject.of(replay.order().selection()),
        terms.rate(),
        terms.maximum(),
        terms.canary(),
        terms.stopShare(),
        terms.deadline().toSeconds(),
        replay.counts(),
        replay.createdAt(),
        replay.updatedAt(),
        replay.cancelledAt(),
        replay.endedAt(),
        Urls.of(replay.name()));
  }
}
