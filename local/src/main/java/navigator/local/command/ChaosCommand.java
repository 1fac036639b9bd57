package navigator.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import navigator.local.chaos.ChaosPlan;
import navigator.local.chaos.ChaosReport;
import navigator.local.chaos.ChaosResult;
import navigator.local.chaos.ChaosRun;
import navigator.local.chaos.RefusedRecordException;
import navigator.local.chaos.RunRecord;
import navigator.local.disk.DirectoryTree;
import navigator.local.stack.LocalStack;
import navigator.local.terminal.Ink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs load on a stack whose surroundings fail, and judges what became of it. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Load on a stack where everything fails now and then; then what became of it.",
    footer = "Ends with 0 only if every promise was kept.")
final class ChaosCommand implements Callable<Integer> {

  @Option(names = "--requests", paramLabel = "N", description = "requests to send in a run")
  private int requests = 500;

  @Option(names = "--seed", paramLabel = "S", description = "of the first run")
  private long seed = 1;

  @Option(names = "--minutes", paramLabel = "M", description = "longest time to send requests")
  private int minutes = 60;

  @Option(names = "--runs", paramLabel = "N", description = "runs, each with the next seed")
  private int runs = 1;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "keeps a JSON line of each run; those in it are skipped")
  private @Nullable Path record;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (requests < 1 || minutes < 1 || runs < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--requests, --minutes and --runs are at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    var kept = record();
    try (Shutdown _ = Shutdown.awaited()) {
      for (long next = seed; next < seed + runs; next++) {
        if (!kept.has(next)) {
          kept.add(run(next, out));
        }
      }
    } catch (InterruptedException e) {
      return Navigator.INTERRUPTED;
    }
    kept.table().forEach(out::println);
    out.flush();
    return kept.allClean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private RunRecord record() throws IOException {
    String code = System.getProperty("navigator.code", "unknown");
    try {
      return record == null ? RunRecord.none(code) : RunRecord.in(record, code);
    } catch (RefusedRecordException e) {
      throw new CommandFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private ChaosResult run(long runSeed, PrintWriter out) throws IOException, InterruptedException {
    Home home = Home.current();
    PrintWriter err = spec.commandLine().getErr();
    Path parent = Files.createDirectories(home.root().resolve("target").resolve("navigator"));
    Path directory = Files.createTempDirectory(parent, "chaos-");
    var plan = new ChaosPlan(runSeed, requests, Duration.ofMinutes(minutes));
    try (ChaosProgress progress = new ChaosProgress(err, requests)) {
      var run = new ChaosRun(plan, home.ops(), progress);
      try (LocalStack stack = StackStart.of(run.options(home.testAssembly(), directory), err)) {
        var result = run.run(stack);
        report(result, out);
        if (run.wasStopped()) {
          out.println("Stopped early: what had not ended yet counts as lost.");
          throw new InterruptedException();
        }
        return result;
      }
    } finally {
      new DirectoryTree(directory).delete();
    }
  }

  private void report(ChaosResult result, PrintWriter out) {
    new ChaosReport(out, new Ink(Ansi.AUTO.enabled())).print(result);
    out.println(
        "./navigator chaos --requests %d --seed %d --minutes %d   has the same chances again"
            .formatted(requests, result.seed(), minutes));
    out.flush();
  }
}
