package navigator.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import navigator.local.bedrock.EmulatorSettings;
import navigator.local.bedrock.FaultRates;
import navigator.local.bedrock.Latency;
import navigator.local.demo.Demo;
import navigator.local.demo.PathFeed;
import navigator.local.demo.Scenario;
import navigator.local.demo.incident.Incident;
import navigator.local.demo.incident.StoryBroken;
import navigator.local.disk.DirectoryTree;
import navigator.local.path.Durations;
import navigator.local.stack.BedrockChoice;
import navigator.local.stack.LocalStack;
import navigator.local.stack.LocalStackOptions;
import navigator.local.terminal.Ink;
import navigator.local.terminal.LiveLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the main job, or an incident, on a stack of its own, watched, and stops everything. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Sends a few questions through the whole pipeline, watched; then all stops.",
    footer = "Ends with 0 only if every request ended as it should and every process stopped.")
final class DemoCommand implements Callable<Integer> {

  private static final long SEED = 1;

  @Option(
      names = "--incident",
      description = "The model goes down instead, and an operator has everything answered.")
  private boolean incident;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    long start = System.nanoTime();
    PrintWriter out = spec.commandLine().getOut();
    Ink ink = new Ink(Ansi.AUTO.enabled());
    boolean asExpected = run(out, ink);
    boolean well = allStopped(out, ink) && asExpected;
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    out.println();
    out.println(
        (well ? ink.good("All went well") : ink.bad("Not all went well"))
            + ", in "
            + Durations.text(took)
            + " from start to stop.");
    return well ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private boolean run(PrintWriter out, Ink ink) throws InterruptedException {
    Home home = Home.current();
    try (Shutdown _ = Shutdown.awaited()) {
      Path directory = scratch(home);
      try {
        return incident ? incident(home, directory, out, ink) : demo(home, directory, out, ink);
      } finally {
        new DirectoryTree(directory).delete();
      }
    } catch (StoryBroken e) {
      throw new CommandFailed(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new CommandFailed("the stack did not start: " + e.getMessage(), e);
    }
  }

  private boolean demo(Home home, Path directory, PrintWriter out, Ink ink)
      throws IOException, InterruptedException {
    PathFeed feed = new PathFeed(out, ink);
    try (LocalStack stack = StackStart.of(options(home, directory, feed), err())) {
      return new Demo(feed, out, ink).run(stack);
    }
  }

  private boolean incident(Home home, Path directory, PrintWriter out, Ink ink)
      throws IOException, InterruptedException {
    try (LiveLine progress = LiveLine.onStandardError(err())) {
      var story = new Incident(home.cloudAssembly(), home.ops(), progress, out, ink);
      try (LocalStack stack = StackStart.of(story.options(directory), err())) {
        return story.run(stack);
      }
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private static Path scratch(Home home) throws IOException {
    Path parent = home.root().resolve("target").resolve("navigator");
    return Files.createTempDirectory(Files.createDirectories(parent), "demo-");
  }

  private static LocalStackOptions options(Home home, Path directory, PathFeed feed) {
    var settings = new EmulatorSettings(0, SEED, Latency.TYPICAL, FaultRates.NONE);
    return LocalStackOptions.of(home.cloudAssembly(), directory, feed)
        .with(new BedrockChoice.Emulated(settings, Scenario.faults()));
  }

  private static boolean allStopped(PrintWriter out, Ink ink) {
    long left = ProcessHandle.current().descendants().count();
    String mark = left == 0 ? ink.good("ok    ") : ink.bad("FAILED");
    out.println("  " + mark + " every process was stopped" + ink.dim(": " + left + " left"));
    return left == 0;
  }
}
