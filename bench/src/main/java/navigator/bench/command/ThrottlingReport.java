package navigator.bench.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import navigator.bench.throttling.ResultRow;
import navigator.bench.throttling.ResultTable;
import navigator.bench.throttling.Sweep;
import navigator.bench.throttling.ThrottlingBenchmark;
import navigator.local.terminal.LiveLine;

/** Tells how the benchmark comes on: a line that lives on a terminal, and what each stage gave. */
final class ThrottlingReport implements ThrottlingBenchmark.Report, AutoCloseable {

  private final PrintWriter out;
  private final PrintWriter err;
  private LiveLine line;
  private String stage = "";

  ThrottlingReport(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
    this.line = LiveLine.onStandardError(err);
  }

  @Override
  public void begins(String title, int number, int stages, Duration left) {
    stage = "%s (%d of %d)".formatted(title, number, stages);
    long minutes = Math.ceilDiv(left.toSeconds(), 60L);
    print(List.of("%s; about %d min to the end".formatted(stage, minutes)));
  }

  @Override
  public void now(String step, List<String> names, List<Integer> settled, int requests) {
    String counts =
        IntStream.range(0, settled.size())
            .mapToObj(i -> names.get(i) + " " + settled.get(i))
            .collect(Collectors.joining(", "));
    line.show(stage + ": " + step, counts.isEmpty() ? "" : " " + counts + " of " + requests);
  }

  @Override
  public void done(List<ResultRow> rows) {
    print(ResultTable.of(rows));
  }

  @Override
  public void chose(int concurrency, Sweep sweep) {
    print(ResultTable.of(sweep));
    print(List.of("fixed concurrency: " + concurrency));
  }

  @Override
  public void takes(int concurrency, String from) {
    print(List.of("fixed concurrency: %d, from %s".formatted(concurrency, from)));
  }

  /** All is done. */
  void finished(List<ResultRow> rows, Path results) {
    print(List.of("", "All stages:"));
    print(ResultTable.of(rows));
    print(List.of("written to " + results + ", with a chart beside it"));
  }

  /** It was stopped. */
  void stopped(List<ResultRow> rows) {
    print(ResultTable.of(rows));
    print(List.of("Stopped: what is done is kept, and the same command goes on with it."));
  }

  // What is printed does not stand in the line that lives.
  private void print(List<String> lines) {
    line.close();
    lines.forEach(out::println);
    out.flush();
    line = LiveLine.onStandardError(err);
  }

  @Override
  public void close() {
    line.close();
  }
}
