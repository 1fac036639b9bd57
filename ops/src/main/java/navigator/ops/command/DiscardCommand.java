package navigator.ops.command;

import java.util.concurrent.Callable;
import navigator.ops.LetterChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Discards dead letters. */
@Command(
    name = "discard",
    mixinStandardHelpOptions = true,
    description =
        "Puts dead letters aside: nothing is to be done about them. They can be restored until they"
            + " expire.",
    footer = Exit.FOOTER)
final class DiscardCommand implements Callable<Integer> {

  @Mixin private ChangeOptions options = new ChangeOptions();

  @Override
  public Integer call() throws InterruptedException {
    return options.run(LetterChange.DISCARD);
  }
}
