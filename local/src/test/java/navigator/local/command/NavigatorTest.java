package navigator.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help;

class NavigatorTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aWrongOptionIsAUsageError() {
    assertThat(execute("synth", "--nonsense")).isEqualTo(2);
    assertThat(err.toString()).contains("--nonsense");
  }

  @Test
  void aPathThatNoFileCanHaveIsNamed() {
    assertThat(execute("chaos", "--record", "a\0b")).isEqualTo(2);
    assertThat(err.toString()).contains("a\0b", "is no path").doesNotContain("Exception");
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

  @Test
  void wrongArgumentsAreNamed() {
    assertThat(execute("status", "nonsense")).isEqualTo(2);
    assertThat(execute("cancel", "nonsense")).isEqualTo(2);
    assertThat(execute("ask", "Hello", "--role", "boss")).isEqualTo(2);
    assertThat(execute("ask", "Hello", "--conversation", "1")).isEqualTo(2);
    assertThat(execute("up", "--bedrock", "gcp")).isEqualTo(2);
    assertThat(execute("up", "--port", "65536")).isEqualTo(2);
    assertThat(execute("up", "--time-scale", "0.5")).isEqualTo(2);
    assertThat(err.toString())
        .contains("nonsense is not a UUID", "boss is not instructor, staff, admin or generic")
        .contains("gcp is neither local nor aws", "65536 is no port", "--time-scale is from 1");
  }

  @Test
  void anArgumentWithAnAtSignIsNoFile() {
    assertThat(execute("status", "@/")).isEqualTo(2);
    assertThat(err.toString()).contains("@/ is not a UUID");
  }

  @Test
  void commandsBesideAStackThatIsNotUpSayHowToStartIt(@TempDir Path home) {
    String before = System.setProperty(Home.PROPERTY, home.toString());
    try {
      assertThat(execute("ask", "Hello")).isEqualTo(1);
      assertThat(execute("token")).isEqualTo(1);
      assertThat(execute("logs", "550e8400-e29b-41d4-a716-446655440000")).isEqualTo(1);
    } finally {
      restore(before);
    }
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .hasSize(3)
        .containsOnly("navigator: no stack is up: start one with ./navigator up");
  }

  private static void restore(@Nullable String home) {
    if (home == null) {
      System.clearProperty(Home.PROPERTY);
    } else {
      System.setProperty(Home.PROPERTY, home);
    }
  }

  private int execute(String... arguments) {
    CommandLine line = Navigator.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    return line.execute(arguments);
  }
}
