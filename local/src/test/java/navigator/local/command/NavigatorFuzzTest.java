package navigator.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import navigator.contracts.testing.HostileText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/** Command lines that nobody meant. */
class NavigatorFuzzTest {

  @Property(tries = 400)
  void aWrongCommandLineIsAUsageErrorInWords(@ForAll("lines") List<String> arguments) {
    Assume.that(isWrong(arguments));
    StringWriter err = new StringWriter();
    CommandLine line = Navigator.commandLine();
    line.setErr(new PrintWriter(err, true));
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));

    assertThat(line.execute(arguments.toArray(String[]::new))).isEqualTo(2);

    assertThat(err.toString())
        .isNotBlank()
        .doesNotContain("Exception")
        .doesNotContain("\tat ")
        .doesNotContain("navigator.local.");
  }

  @Property(tries = 200)
  void aValueThatIsNoneIsNamed(
      @ForAll("options") List<String> option, @ForAll("words") String word) {
    StringWriter err = new StringWriter();
    CommandLine line = Navigator.commandLine();
    line.setErr(new PrintWriter(err, true));
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    List<String> arguments = new ArrayList<>(option);
    arguments.add(word);

    assertThat(line.execute(arguments.toArray(String[]::new))).isEqualTo(2);

    assertThat(err.toString()).contains(word);
  }

  // The others would start what they ask for.
  private static boolean isWrong(List<String> arguments) {
    try {
      Navigator.commandLine().parseArgs(arguments.toArray(String[]::new));
      return false;
    } catch (ParameterException e) {
      return true;
    }
  }

  // No process can be given a NUL.
  private static Arbitrary<String> texts() {
    return HostileText.any().map(text -> text.replace("\0", ""));
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> commands =
        Arbitraries.oneOf(
            Arbitraries.of(Navigator.commandLine().getSubcommands().keySet()), texts());
    Arbitrary<String> words =
        Arbitraries.oneOf(
            Arbitraries.of(
                "--port",
                "--role",
                "--bedrock",
                "-c",
                "--context",
                "--conversation",
                "--seed",
                "--requests",
                "--record",
                "--output",
                "-f",
                "--json",
                "--port=",
                "--role=boss",
                "-c=",
                "-cx",
                "--",
                "-",
                "---",
                "@",
                "@/",
                "@/etc/hostname",
                "7",
                "local"),
            texts());
    return Combinators.combine(commands, words.list().ofMaxSize(4))
        .as(
            (command, rest) -> {
              List<String> line = new ArrayList<>(List.of(command));
              line.addAll(rest);
              return line;
            });
  }

  @Provide
  Arbitrary<List<String>> options() {
    return Arbitraries.of(
        List.of("status"),
        List.of("logs"),
        List.of("up", "--port"),
        List.of("up", "--bedrock"),
        List.of("token", "--role"),
        List.of("chaos", "--seed"),
        List.of("ask", "Hello", "--conversation"));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(20).map(s -> "x" + s);
  }
}
