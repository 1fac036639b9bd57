package navigator.ops.command;

import java.util.concurrent.Callable;
import navigator.ops.Operator;
import navigator.ops.replay.CancelVerdict;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Cancels a replay. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = "Lets a replay ask nothing more; what it has asked goes on to its end.",
    footer = Exit.FOOTER)
final class ReplayCancelCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();
  @Mixin private Consent consent = new Consent();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "NAME", description = "As replay list shows it.")
  private String name = "";

  @Override
  public Integer call() {
    consent.check();
    try (Session session = target.open()) {
      Replay replay =
          session
              .replays()
              .find(name)
              .orElseThrow(() -> new CommandFailed(Exit.NOTHING, "there is no replay " + name));
      if (consent.isDryRun()) {
        return tell(replay);
      }
      if (!consent.given("cancel the replay " + name + "?")) {
        throw CommandFailed.failed("nothing was done");
      }
      Operator operator = session.operator(consent.reason());
      return told(session.cancelling().cancel(name, operator.actor(), operator.reason()));
    }
  }

  private int told(CancelVerdict verdict) {
    return switch (verdict) {
      case CancelVerdict.Cancelled(Replay now) -> tell(now);
      case CancelVerdict.AlreadyEnded(Replay now) -> {
        tell(now);
        throw CommandFailed.failed("it had ended already");
      }
      case CancelVerdict.Unknown() ->
          throw new CommandFailed(Exit.NOTHING, "there is no replay " + name);
    };
  }

  private int tell(Replay replay) {
    if (output.isJson()) {
      output.json(ReplayObject.of(replay));
    } else {
      output.line(ReplayText.line(replay));
    }
    return Exit.OK;
  }
}
