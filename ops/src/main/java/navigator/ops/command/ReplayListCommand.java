package navigator.ops.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import navigator.ops.replay.ReadReplays;
import navigator.ops.replay.Replay;
import navigator.ops.replay.ReplayObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists replays. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists replays: those that have not ended, then the newest of those that have.",
    footer = Exit.FOOTER)
final class ReplayListCommand implements Callable<Integer> {

  @Mixin private Target target = new Target();
  @Mixin private Output output = new Output();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most of either, 1 to 100 (default ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private int limit;

  @Override
  public Integer call() {
    if (limit < 1 || limit > 100) {
      throw CommandFailed.usage("--limit is from 1 to 100");
    }
    try (Session session = target.open()) {
      ReadReplays replays = session.replays();
      List<Replay> found =
          Stream.of(false, true)
              .flatMap(ended -> replays.list(ended, null, limit).items().stream())
              .toList();
      if (output.isJson()) {
        output.json(found.stream().map(ReplayObject::of).toList());
      } else {
        print(found);
      }
      return found.isEmpty() ? Exit.NOTHING : Exit.OK;
    }
  }

  private void print(List<Replay> replays) {
    if (replays.isEmpty()) {
      output.note("there are none");
      return;
    }
    Table table =
        new Table(
            "CREATED", "NAME", "STATE", "MATCHED", "SENT", "ANSWERED", "FAILED", "SKIPPED", "WHY");
    for (Replay replay : replays) {
      var counts = replay.counts();
      table.row(
          Text.time(replay.createdAt()),
          replay.name(),
          replay.state().wireName(),
          counts.matched(),
          counts.sent(),
          counts.answered(),
          counts.failed(),
          counts.skipped(),
          replay.order().reason());
    }
    table.print(output);
  }
}
