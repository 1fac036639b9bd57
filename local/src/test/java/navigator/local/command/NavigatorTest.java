package navigator.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NavigatorTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aWrongOptionIsAUsageError() {
    assertThat(execute("synth", "--nonsense")).isEqualTo(2);
    assertThat(err.toString()).contains("--nonsense");
  }

  @Test
  void everyCommandHasHelpThatFitsATerminal() {
    for (CommandLine command : Navigator.commandLine().getSubcommands().values()) {
      assertThat(command.getUsageMessage()).contains("--help").contains("Usage: navigator ");
      assertThat(command.getUsageMessage().lines()).allMatch(line -> line.length() <= 100);
    }
  }

  @Test
  void theScriptKnowsEveryCommand() throws IOException {
    String script = Files.readString(Path.of("..", "navigator"));
    String dispatch = script.substring(script.indexOf("main() {"));

    for (String command : Navigator.commandLine().getSubcommands().keySet()) {
      assertThat(script).contains("\n  " + command + " ");
      assertThat(dispatch).containsPattern("[ |]" + command + "( \\||\\))");
    }
  }

  private int execute(String... arguments) {
    CommandLine line = Navigator.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
