package navigator.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help;

class BenchTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutABenchmarkItSaysWhichThereAre() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: navigator bench");
  }

  @Test
  void anUnknownBenchmarkIsAUsageError() {
    assertThat(execute("nonsense")).isEqualTo(2);
    assertThat(err.toString()).contains("nonsense");
  }

  @Test
  void everyBenchmarkHasHelpThatFitsATerminal() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 100);
    for (CommandLine command : Bench.commandLine().getSubcommands().values()) {
      assertThat(command.getUsageMessage()).contains("--help").contains("Usage: navigator bench ");
      assertThat(command.getUsageMessage().lines()).allMatch(line -> line.length() <= 100);
    }
  }

  @Test
  void theScriptTellsOfEveryBenchmark() throws IOException {
    String script = Files.readString(Path.of("..", "navigator"));

    assertThat(script).contains("\n  bench ");
    for (String benchmark : Bench.commandLine().getSubcommands().keySet()) {
      assertThat(script).containsPattern("\n  bench " + benchmark + " |\n   .*" + benchmark);
    }
  }

  private int execute(String... arguments) {
    CommandLine line = Bench.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    return line.execute(arguments);
  }
}
