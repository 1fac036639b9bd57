package navigator.ops.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the operators' page tells to run can be run as it stands there. */
class OperationsPageTest {

  private static final List<Path> PAGES =
      List.of(Path.of("../docs/operations.md"), Path.of("../README.md"));

  private static final Pattern COMMAND =
      Pattern.compile("(?:`(?:\\./navigator )?|(?<=\\W)\\./navigator )ops ([a-z][^`)>|#\n]*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static List<String> commands() {
    return PAGES.stream()
        .flatMap(page -> COMMAND.matcher(text(page)).results())
        .map(command -> command.group(1).strip())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandOfThePageIsOne(String command) {
    assertThat(leaf(command).getSubcommands()).as(command).isEmpty();
  }

  @Test
  void thePageTellsEveryCommandThatThereIs() {
    List<String> told =
        commands().stream().map(command -> leaf(command).getCommandSpec().qualifiedName()).toList();
    assertThat(leaves(Ops.commandLine()).map(command -> command.getCommandSpec().qualifiedName()))
        .allMatch(told::contains);
  }

  @Test
  void aCommandOrAnOptionThatThereIsNotIsNoticed() {
    for (String wrong : List.of("replay pause NAME", "replay plan --speed 2", "queues --all")) {
      assertThatExceptionOfType(CommandLine.ParameterException.class)
          .as(wrong)
          .isThrownBy(() -> leaf(wrong));
    }
  }

  private static CommandLine leaf(String command) {
    return Ops.commandLine().parseArgs(words(command)).asCommandLineList().getLast();
  }

  private static Stream<CommandLine> leaves(CommandLine line) {
    return line.getSubcommands().isEmpty()
        ? Stream.of(line)
        : line.getSubcommands().values().stream().distinct().flatMap(OperationsPageTest::leaves);
  }

  // The page's words in capitals stand for what the operator has at hand.
  private static String[] words(String command) {
    return WORD.matcher(command)
        .results()
        .map(OperationsPageTest::word)
        .map(
            word ->
                switch (word) {
                  case "REQUEST_ID", "ID" -> "0b5e3b5c-6a51-4c0e-9d0b-0c2c8a3f9f11";
                  case "CODE" -> "model_unavailable";
                  case "NAME" -> "june";
                  default -> word;
                })
        .toArray(String[]::new);
  }

  private static String word(MatchResult word) {
    return word.group(1) == null ? word.group(2) : word.group(1);
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new AssertionError("There is no " + page, e);
    }
  }
}
