package navigator.ops.command;

import navigator.contracts.table.ReplayState;
import navigator.contracts.table.ReplayStop;
import navigator.ops.replay.Replay;

/** How a replay goes, for who watches. */
final class ReplayText {

  private ReplayText() {}

  /** One line. */
  static String line(Replay replay) {
    var counts = replay.counts();
    return "%s: %s%s, matched %d, sent %d, answered %d, failed again %d, skipped %d"
        .formatted(
            replay.name(),
            replay.state().wireName(),
            replay.stop().map(ReplayStop::wireName).map(" (%s)"::formatted).orElse(""),
            counts.matched(),
            counts.sent(),
            counts.answered(),
            counts.failed(),
            counts.skipped());
  }

  /** What is said to who stops watching before it has ended. */
  static String goesOn(String name) {
    return "the replay %1$s goes on: see it with replay watch %1$s, end it with replay cancel %1$s"
        .formatted(name);
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
