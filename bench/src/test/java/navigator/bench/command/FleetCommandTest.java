package navigator.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import navigator.bench.fleet.FleetCase;
import navigator.bench.report.ResultFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help;

class FleetCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void aQuickRunPrintsATableAndWritesRowsAndAChart() throws IOException {
    Path results = folder.resolve("fleet.json");

    assertThat(execute("--quick", "--seed", "5", "--json", results.toString())).isZero();

    int cases = FleetCase.quick().size();
    assertThat(out.toString().lines()).hasSize(1 + cases + 1);
    assertThat(err.toString()).contains(cases + " of " + cases + ": ");
    assertThat(new ResultFile(results).finished())
        .hasSize(cases)
        .allMatch(row -> row.path("seed").asInt() == 5);
    assertThat(Files.readString(folder.resolve("fleet.svg"))).startsWith("<svg");
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertThat(execute("--seed", "soon")).isEqualTo(2);
    assertThat(err.toString()).contains("'soon'").doesNotContain("Exception");
  }

  private int execute(String... options) {
    CommandLine line = Bench.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    String[] arguments = new String[options.length + 1];
    arguments[0] = "fleet";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return line.execute(arguments);
  }
}
