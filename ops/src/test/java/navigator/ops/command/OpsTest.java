package navigator.ops.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OpsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
  private static final String ID = "0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11";

  private record Ran(int exitCode, String out, String err) {}

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Ops.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Ran(line.execute(arguments), out.toString(), err.toString());
  }

  static Stream<CommandLine> commands() {
    return below(Ops.commandLine());
  }

  private static Stream<CommandLine> below(CommandLine line) {
    return Stream.concat(
        Stream.of(line),
        line.getSubcommands().values().stream().distinct().flatMap(OpsTest::below));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandSaysWhatItDoesAndHowItEnds(CommandLine command) {
    String usage = command.getUsageMessage();
    assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    if (!command.getCommandName().equals("completion")) {
      assertThat(usage).contains("Exit codes:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"discard", "restore", "redrive", "run", "cancel"})
  void whatChangesAnythingCanBeTriedAndIsAskedFor(String name) {
    assertThat(commands().filter(command -> command.getCommandName().equals(name)))
        .singleElement()
        .satisfies(
            command ->
                assertThat(command.getCommandSpec().optionsMap())
                    .containsKeys("--dry-run", "--yes", "--reason"));
  }

  static Stream<List<String>> wrong() {
    return Stream.of(
        List.of("dead-letters", "discard", ID),
        List.of("dead-letters", "discard", ID, "--reason", "r"),
        List.of("dead-letters", "discard", ID, "--yes"),
        List.of("dead-letters", "discard", ID, "--yes", "--reason", " "),
        List.of("dead-letters", "discard", "--yes", "--reason", "r"),
        List.of("dead-letters", "discard", ID, "--all", "--yes", "--reason", "r"),
        List.of("dead-letters", "restore", "--all", "--code", "internal", "--dry-run"),
        List.of("dead-letters", "discard", "mine", "--dry-run"),
        List.of("dead-letters", "list", "--limit", "0"),
        List.of("dead-letters", "list", "--code", "odd"),
        List.of("dead-letters", "show", ID, "--with-text"),
        List.of("dead-letters", "export", "--with-text"),
        List.of("redrive", "requests", "--dry-run"),
        List.of("redrive", "outcome-events-failed"),
        List.of("redrive", "dead-letters-failed", "--max", "3", "--dry-run"),
        List.of("redrive", "outcome-events-failed", "--max", "0", "--dry-run"),
        List.of("audit", "--limit", "0"),
        List.of("queues", "--region", "us-west-2"),
        List.of("replay", "run", "June", "--all", "--yes", "--reason", "r"),
        List.of("replay", "run", "june", "--all"),
        List.of("replay", "run", "june", "--all", "--dry-run", "--rate", "0"),
        List.of("replay", "plan", "--all", "--stop-share", "2"),
        List.of("replay", "plan", "--id", "mine"),
        List.of("replay", "cancel", "june"),
        List.of("replay", "list", "--limit", "101"),
        List.of("nonsense"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongCommandLineEndsWithTwoBeforeAnythingIsCalled(List<String> arguments) {
    Ran ran = run(arguments.toArray(String[]::new));
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err()).isNotEmpty().doesNotContain("Exception");
  }

  @Test
  void withoutAnyStackThatIsSaid() {
    Ran ran = run("queues");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("no local stack is up");
  }

  @Test
  void completionIsOfTheWholeTree() {
    Ran ran = run("completion");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("complete", "dead-letters", "redrive", "--with-text");
  }

  @ParameterizedTest
  @CsvSource({"90s,PT90S", "90m,PT90M", "24h,PT24H", "7d,P7D"})
  void aTimeMayBeHowLongAgo(String text, Duration ago) {
    assertThat(FilterOptions.time("--since", text, NOW)).isEqualTo(NOW.minus(ago));
  }

  @Test
  void aTimeMayBeOne() {
    assertThat(FilterOptions.time("--since", "2026-03-02T09:15:00Z", NOW))
        .isEqualTo(Instant.parse("2026-03-02T09:15:00Z"));
    assertThat(FilterOptions.time("--since", null, NOW)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "7", "-7d", "7w", "2026-03-02", "9999999d"})
  void anythingElseIsNoTime(String text) {
    assertThatExceptionOfType(CommandFailed.class)
        .isThrownBy(() -> FilterOptions.time("--since", text, NOW))
        .withMessageContaining("--since is '" + text + "'")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(2));
  }

  @ParameterizedTest
  @CsvSource({"PT0S,0 s", "PT119S,119 s", "PT2M,2 min", "PT3H,3 h", "P3D,3 d", "PT-5S,0 s"})
  void durationsAreRounded(Duration duration, String text) {
    assertThat(Text.duration(duration)).isEqualTo(text);
  }

  @Test
  void aDeadStacksWordsAreNotBelieved(@TempDir Path home) throws Exception {
    assertThat(LocalStackFile.find(home)).isEmpty();
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectory(home.resolve(".navigator"));
    Files.writeString(home.resolve(".navigator/up.json"), file(dead.pid()));
    assertThat(LocalStackFile.find(home)).isEmpty();
    Files.writeString(home.resolve(".navigator/up.json"), file(ProcessHandle.current().pid()));
    assertThat(LocalStackFile.find(home))
        .hasValueSatisfying(up -> assertThat(up.origin().region()).isEqualTo("us-west-2"));
    Files.writeString(home.resolve(".navigator/up.json"), "half a f");
    assertThat(LocalStackFile.find(home)).isEmpty();
  }

  private static String file(long pid) {
    return """
    {"pid":%d,"stack":"S","gateway":"http://127.0.0.1:1","region":"us-west-2",
     "operator":{"access_key_id":"a","secret_access_key":"b","session_token":"c"},"more":1}
    """
        .formatted(pid);
  }
}
