package navigator.ops.command;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.ops.replay.Replay;
import org.jspecify.annotations.Nullable;

/** A replay as it is shown. */
record ReplayView(
    String name,
    String state,
    @Nullable String stop,
    String actor,
    String reason,
    Map<String, String> selection,
    int rate,
    int maximum,
    int canary,
    double stopShare,
    long deadlineSeconds,
    Map<String, Long> counts,
    Instant createdAt,
    @Nullable Instant endedAt) {

  static ReplayView of(Replay replay) {
    return new ReplayView(
        replay.name(),
        replay.state().wireName(),
        replay.stop().map(ReplayStop::wireName).orElse(null),
        replay.order().actor(),
        replay.order().reason(),
        new TreeMap<>(replay.order().selection().described()),
        replay.terms().rate(),
        replay.terms().maximum(),
        replay.terms().canary(),
        replay.terms().stopShare(),
        replay.terms().deadline().toSeconds(),
        replay.counts().named(),
        replay.createdAt(),
        replay.endedAt());
  }

  /** One line, for who watches. */
  static String line(Replay replay) {
    var counts = replay.counts();
    return "%s: %s%s, matched %d, sent %d, answered %d, failed again %d, skipped %d"
        .formatted(
            replay.name(),
            replay.state().wireName(),
            replay.stop().map(stop -> " (" + stop.wireName() + ")").orElse(""),
            counts.matched(),
            counts.sent(),
            counts.answered(),
            counts.failed(),
            counts.skipped());
  }

  /** How the command ends that has seen it end. */
  static int exitCode(Replay replay) {
    var counts = replay.counts();
    if (replay.state() != ReplayState.COMPLETED || counts.failed() > 0) {
      return Exit.UNFINISHED;
    }
    return counts.matched() == 0 ? Exit.NOTHING : Exit.OK;
  }
}
