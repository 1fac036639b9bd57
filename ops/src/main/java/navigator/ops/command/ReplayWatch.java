package navigator.ops.command;

import java.time.Duration;
import navigator.ops.replay.ReadReplays;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayObject;

/** Looks at a replay until it has ended, and tells each change. */
final class ReplayWatch {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final ReadReplays replays;
  private final Output output;

  ReplayWatch(ReadReplays replays, Output output) {
    this.replays = replays;
    this.output = output;
  }

  int untilItEnds(String name) throws InterruptedException {
    String told = "";
    while (true) {
      Replay replay =
          replays
              .find(name)
              .orElseThrow(() -> new CommandFailed(Exit.NOTHING, "there is no replay " + name));
      String line = ReplayText.line(replay);
      if (!line.equals(told)) {
        told = line;
        tell(replay, line);
      }
      if (replay.state().isEnded()) {
        return ReplayText.exitCode(replay);
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private void tell(Replay replay, String line) {
    if (output.isJson()) {
      output.json(ReplayObject.of(replay));
    } else {
      output.line(line);
    }
  }
}
