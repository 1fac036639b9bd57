package navigator.bench.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import navigator.bench.pipeline.PipelineBenchmark;
import navigator.bench.pipeline.PipelineResult;
import navigator.bench.pipeline.ResultTables;
import navigator.local.command.CommandFailed;
import navigator.local.command.Home;
import navigator.local.command.Navigator;
import navigator.local.command.Shutdown;
import navigator.local.command.StackStart;
import navigator.local.disk.DirectoryTree;
import navigator.local.stack.LocalStack;
import navigator.local.terminal.LiveLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the pipeline adds to the model: time, calls and cost. */
@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "What the pipeline adds to the model: time, AWS calls, cost.",
    footer = "The whole takes up to ten minutes. Times are this machine's, the cost is AWS's.")
final class PipelineCommand implements Callable<Integer> {

  @Option(names = "--quick", description = "fewer requests: two minutes")
  private boolean quick;

  @Option(names = "--seed", paramLabel = "S", description = "of the questions and the answers")
  private long seed = 1;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "where the results go, and an SVG (default target/bench/pipeline.json)")
  private @Nullable Path json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Home home = Home.current();
    Path file = json == null ? home.root().resolve("target/bench/pipeline.json") : json;
    Path parent = Files.createDirectories(home.root().resolve("target").resolve("navigator"));
    Path directory = Files.createTempDirectory(parent, "pipeline-");
    try (Shutdown _ = Shutdown.awaited()) {
      PipelineResult result = run(home, directory);
      result.write(file);
      PrintWriter out = spec.commandLine().getOut();
      ResultTables.of(result).forEach(out::println);
      out.println("written to " + file + ", with a chart beside it");
      out.flush();
      return CommandLine.ExitCode.OK;
    } catch (InterruptedException e) {
      return Navigator.INTERRUPTED;
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new CommandFailed(String.valueOf(e.getMessage()), e);
    }
  }

  private PipelineResult run(Home home, Path directory) throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    PipelineBenchmark benchmark = new PipelineBenchmark(quick, seed);
    try (LocalStack stack = StackStart.of(benchmark.options(home.cloudAssembly(), directory), err);
        LiveLine line = LiveLine.onStandardError(err)) {
      return benchmark.run(stack, step -> line.show(step, ""));
    } finally {
      new DirectoryTree(directory).delete();
    }
  }
}
