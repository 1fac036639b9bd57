package navigator.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help;

class ReplayCommandTest {

  private final StringWriter err = new StringWriter();

  @Test
  void wrongArgumentsAreNamed() {
    assertWrong("--requests is 1 to 100000", "--requests", "0");
    assertWrong("--requests is 1 to 100000", "--requests", "100001");
    assertWrong("--kills is 0 to 50", "--kills", "51");
    assertWrong("'many' is not an int", "--kills", "many");
    assertWrong("'soon' is not a long", "--seed", "soon");
    assertWrong("--nonsense", "--nonsense");
  }

  private void assertWrong(String why, String... options) {
    CommandLine line = Bench.commandLine();
    line.setErr(new PrintWriter(err, true));
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    String[] arguments = new String[options.length + 1];
    arguments[0] = "replay";
    System.arraycopy(options, 0, arguments, 1, options.length);

    assertThat(line.execute(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(why).doesNotContain("Exception");
    err.getBuffer().setLength(0);
  }
}
