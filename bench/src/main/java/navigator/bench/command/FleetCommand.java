package navigator.bench.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import navigator.bench.fleet.FleetBenchmark;
import navigator.bench.fleet.FleetCase;
import navigator.bench.fleet.FleetChart;
import navigator.bench.fleet.FleetRow;
import navigator.bench.fleet.FleetTable;
import navigator.bench.report.ResultFile;
import navigator.local.command.Home;
import navigator.local.terminal.LiveLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how far one item for the pace of a fleet scales, in virtual time. */
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "The governor in virtual time: up to 2,000 environments, a million requests.",
    footer = {
      "The same seed gives the same rows. The quota's item takes 1,000 writes",
      "a second, as a key of DynamoDB does; what is beyond that is throttled."
    })
final class FleetCommand implements Callable<Integer> {

  @Option(names = "--quick", description = "half of the sizes, fewer requests: seconds")
  private boolean quick;

  @Option(names = "--seed", paramLabel = "S", description = "of the latencies and the lengths")
  private long seed = 1;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "where the results go, and an SVG (default target/bench/fleet.json)")
  private @Nullable Path json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<FleetRow> rows;
    try (LiveLine line = LiveLine.onStandardError(spec.commandLine().getErr())) {
      rows = FleetBenchmark.run(quick ? FleetCase.quick() : FleetCase.full(), seed, line::show);
    }
    FleetTable.of(rows).forEach(out::println);
    Path results = results();
    ResultFile file = new ResultFile(results);
    file.keep(rows.stream().map(row -> row.json(seed)).toList());
    file.finish();
    ResultFile.write(file.beside(".svg"), FleetChart.svg(rows));
    out.println("written to " + results + ", with a chart beside it");
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private Path results() {
    return json == null
        ? Home.current().root().resolve("target").resolve("bench").resolve("fleet.json")
        : json;
  }
}
