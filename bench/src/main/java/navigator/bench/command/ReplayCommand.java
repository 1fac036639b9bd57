package navigator.bench.command;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import navigator.bench.replay.ReplayBenchmark;
import navigator.bench.replay.ReplayResult;
import navigator.bench.replay.ReplaySizes;
import navigator.bench.replay.ReplayTable;
import navigator.local.command.CommandFailed;
import navigator.local.command.Home;
import navigator.local.command.Navigator;
import navigator.local.command.Shutdown;
import navigator.local.disk.DirectoryTree;
import navigator.local.terminal.LiveLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how dead letters are read and replayed, with drivers that are killed. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Dead letters by the thousand: list, groups, and a replay that is killed.",
    footer = {
      "The whole takes some minutes; a replay whose driver was killed is gone on with when the",
      "driver's lease has run out. Exit code 1: something was lost or effective twice."
    })
final class ReplayCommand implements Callable<Integer> {

  @Option(names = "--requests", paramLabel = "N", description = "dead letters (default 10000)")
  private @Nullable Integer requests;

  @Option(names = "--kills", paramLabel = "K", description = "of the driver (default 5)")
  private @Nullable Integer kills;

  @Option(names = "--quick", description = "500 dead letters and 2 kills, unless told otherwise")
  private boolean quick;

  @Option(names = "--seed", paramLabel = "S", description = "of the letters, and of the kills")
  private long seed = 1;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "where the results go, and an SVG (default target/bench/replay.json)")
  private @Nullable Path json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    ReplaySizes sizes = sizes();
    Home home = Home.current();
    Path file = json == null ? home.root().resolve("target/bench/replay.json") : json;
    Path parent = Files.createDirectories(home.root().resolve("target").resolve("navigator"));
    Path scratch = Files.createTempDirectory(parent, "replay-");
    try (Shutdown _ = Shutdown.awaited()) {
      return report(run(sizes, home, scratch), file);
    } catch (InterruptedException e) {
      return Navigator.INTERRUPTED;
    } finally {
      new DirectoryTree(scratch).delete();
    }
  }

  private ReplaySizes sizes() {
    ReplaySizes otherwise = quick ? ReplaySizes.QUICK : ReplaySizes.FULL;
    try {
      return new ReplaySizes(
          requireNonNullElse(requests, otherwise.requests()),
          requireNonNullElse(kills, otherwise.kills()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private ReplayResult run(ReplaySizes sizes, Home home, Path scratch)
      throws IOException, InterruptedException {
    try (LiveLine line = LiveLine.onStandardError(spec.commandLine().getErr())) {
      return new ReplayBenchmark(sizes, seed).run(home.cloudAssembly(), scratch, line::show);
    } catch (IllegalStateException e) {
      throw new CommandFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private int report(ReplayResult result, Path file) throws IOException {
    result.write(file);
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines = ReplayTable.of(result);
    lines.forEach(out::println);
    out.println("written to " + file + ", with a chart beside it");
    out.flush();
    return result.faults().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }
}
