package navigator.bench.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import navigator.bench.load.Pace;
import navigator.bench.load.RecordedTrace;
import navigator.bench.report.ResultFile;
import navigator.bench.throttling.Approach;
import navigator.bench.throttling.ResultRow;
import navigator.bench.throttling.Scenario;
import navigator.bench.throttling.ThrottlingBenchmark;
import navigator.bench.throttling.ThrottlingRuns;
import navigator.local.command.CommandFailed;
import navigator.local.command.Home;
import navigator.local.command.Navigator;
import navigator.local.command.Shutdown;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how a quota is used under load, by the governor and by others. */
@Command(
    name = "throttling",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "A quota under load: the governor beside SDK retries and a fixed concurrency.",
    footer = {
      "The whole takes two hours or more; the same command goes on with one that was stopped.",
      "A row that was measured while the machine was more than 85 %% busy is void."
    })
final class ThrottlingCommand implements Callable<Integer> {

  private static final Duration LEAST_MINUTE = Duration.ofSeconds(10);

  private static final Duration USUAL_MINUTE = LEAST_MINUTE;

  private static final int REQUESTS = 600;
  private static final int QUICK_REQUESTS = 200;

  @Option(names = "--quick", description = "the first scenario, and two for ours: 6 minutes")
  private boolean quick;

  @Option(names = "--scenario", paramLabel = "S", description = "one scenario alone")
  private @Nullable Scenario scenario;

  @Option(
      names = "--approach",
      paramLabel = "A",
      description = "these approaches alone; may be repeated")
  private List<Approach> approaches = List.of();

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "for trace: CSV, TIMESTAMP,ContextTokens,GeneratedTokens")
  private @Nullable Path trace;

  @Option(names = "--speed", paramLabel = "X", description = "plays it so many times as fast")
  private double speed = 1;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "where the results go, and an SVG (default target/bench/throttling.json)")
  private @Nullable Path json;

  @Option(
      names = "--minute",
      paramLabel = "D",
      description = "how long a minute takes (default 10s, which is also the least)")
  private Duration minute = USUAL_MINUTE;

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "of a scenario (default 600; with --quick 200)")
  private @Nullable Integer requests;

  @Option(names = "--seed", paramLabel = "S", description = "of the loads and the latencies")
  private long seed = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    check();
    Home home = Home.current();
    PrintWriter out = spec.commandLine().getOut();
    Path scratch = home.root().resolve("target").resolve("navigator");
    ThrottlingRuns runs =
        new ThrottlingRuns(
            requests == null ? (quick ? QUICK_REQUESTS : REQUESTS) : requests,
            seed,
            recording(),
            speed,
            new Pace(minute),
            home.cloudAssembly(),
            Files.createDirectories(scratch),
            new ResultFile(results(home)),
            new ResultFile(home.root().resolve("bench/results/throttling-sweep.json")));
    try (Shutdown _ = Shutdown.awaited();
        ThrottlingReport report = new ThrottlingReport(out, spec.commandLine().getErr())) {
      ThrottlingBenchmark benchmark =
          new ThrottlingBenchmark(
              quick
                  ? runs.quick()
                  : scenario == null ? runs.full() : runs.only(scenario, approaches),
              report);
      try {
        List<ResultRow> rows = benchmark.run();
        report.finished(rows, results(home));
        return CommandLine.ExitCode.OK;
      } catch (InterruptedException e) {
        report.stopped(benchmark.rows());
        return Navigator.INTERRUPTED;
      } catch (IllegalStateException e) {
        throw new CommandFailed(String.valueOf(e.getMessage()), e);
      }
    }
  }

  private void check() {
    if (minute.compareTo(LEAST_MINUTE) < 0) {
      throw wrong("--minute is 10s or more: a queue's visibility time-out has whole seconds");
    }
    if (!(speed > 0)) {
      throw wrong("--speed is above 0");
    }
    if (requests != null && requests < 1) {
      throw wrong("--requests is 1 or more");
    }
    if (!approaches.isEmpty() && scenario == null) {
      throw wrong("--approach goes with --scenario");
    }
    if (quick && scenario != null) {
      throw wrong("--quick and --scenario do not go together");
    }
  }

  private Path results(Home home) {
    return json == null
        ? home.root().resolve("target").resolve("bench").resolve("throttling.json")
        : json;
  }

  private List<RecordedTrace.Row> recording() throws IOException {
    if (trace == null) {
      return List.of();
    }
    if (!Files.isReadable(trace)) {
      throw wrong("--trace: there is no file " + trace);
    }
    try {
      return RecordedTrace.read(trace);
    } catch (RecordedTrace.InvalidTraceException e) {
      throw wrong("--trace: " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
