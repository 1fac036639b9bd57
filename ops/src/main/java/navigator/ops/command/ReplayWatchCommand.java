package navigator.ops.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Watches a replay. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Tells how a replay goes until it has ended.",
    footer = Exit.FOOTER)
final class ReplayWatchCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "NAME", description = "As replay list shows it.")
  private String name = "";

  @Override
  public Integer call() throws InterruptedException {
    try (Session session = target.open();
        Farewell _ = new Farewell(() -> output.note(ReplayText.goesOn(name)))) {
      return new ReplayWatch(session.replays(), output).untilItEnds(name);
    }
  }
}
