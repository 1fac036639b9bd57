package navigator.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help;

class ThrottlingCommandTest {

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void wrongArgumentsAreNamed() {
    assertWrong("--minute is 10s or more", "--minute", "9s");
    assertWrong("'soon' is no duration", "--minute", "soon");
    assertWrong("'other' is none of known, unknown, latency_x4", "--scenario", "other");
    assertWrong("--speed is above 0", "--speed", "0");
    assertWrong("--requests is 1 or more", "--requests", "0");
    assertWrong("do not go together", "--quick", "--scenario", "known");
    assertWrong("there is no file", "--trace", folder.resolve("missing.csv").toString());
    assertWrong("--nonsense", "--nonsense");
  }

  @Test
  void aTraceThatIsNoneIsToldByItsLine() throws IOException {
    Path trace = folder.resolve("trace.csv");
    Files.writeString(trace, "a,b\n");

    assertWrong("line 1 of " + trace, "--trace", trace.toString());
  }

  private void assertWrong(String why, String... options) {
    CommandLine line = Bench.commandLine();
    line.setErr(new PrintWriter(err, true));
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    String[] arguments = new String[options.length + 1];
    arguments[0] = "throttling";
    System.arraycopy(options, 0, arguments, 1, options.length);

    assertThat(line.execute(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(why).doesNotContain("Exception");
  }
}
