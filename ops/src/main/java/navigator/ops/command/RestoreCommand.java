package navigator.ops.command;

import java.util.concurrent.Callable;
import navigator.ops.LetterChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Restores dead letters. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Takes back that dead letters were discarded, until they expire.",
    footer = Exit.FOOTER)
final class RestoreCommand implements Callable<Integer> {

  @Mixin private ChangeOptions options = new ChangeOptions();

  @Override
  public Integer call() throws InterruptedException {
    return options.run(LetterChange.RESTORE);
  }
}
