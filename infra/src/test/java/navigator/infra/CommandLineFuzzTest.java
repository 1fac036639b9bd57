package navigator.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import navigator.contracts.testing.HostileText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Arguments and context that nobody meant. */
class CommandLineFuzzTest {

  @Property(tries = 1000)
  void argumentsAreReadOrRefusedInWords(@ForAll("arguments") List<String> arguments) {
    try {
      CommandLine line = CommandLine.of(arguments.toArray(String[]::new));
      line.output().ifPresent(path -> assertThat(arguments).anyMatch(text -> isOf(path, text)));
    } catch (IllegalArgumentException e) {
      assertInWords(e);
    }
  }

  // A path is without slashes that say nothing.
  private static boolean isOf(Path path, String text) {
    return text.replaceAll("/+", "/").startsWith(path.toString());
  }

  @Property(tries = 1000)
  void contextIsTakenOrRefusedByName(@ForAll("context") Map<String, String> context) {
    try {
      assertThat(new Context(context).settings()).isNotNull();
    } catch (IllegalArgumentException e) {
      assertInWords(e);
      assertThat(context.keySet())
          .anyMatch(key -> String.valueOf(e.getMessage()).contains(key) || key.equals("model"));
    }
  }

  private static void assertInWords(IllegalArgumentException e) {
    assertThat(e.getMessage())
        .isNotBlank()
        .doesNotContain("Exception")
        .doesNotStartWith("For input string")
        .doesNotContain("java.");
  }

  @Provide
  Arbitrary<List<String>> arguments() {
    return Arbitraries.oneOf(
            Arbitraries.of("-c", "--context", "--output", "stage=prod", "=", "a=b=c"),
            HostileText.any())
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<Map<String, String>> context() {
    Arbitrary<String> keys =
        Arbitraries.oneOf(
            Arbitraries.of(
                "stage",
                "model",
                "quotaTokens",
                "furtherModels",
                "guardrail",
                "guardrailVersion",
                "workers",
                "reserve",
                "origins"),
            HostileText.any());
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.of("dev", "prod", "5", "DRAFT", "gr0a1b2c", ",", "*", "https://a,http://b"),
            HostileText.any());
    return Arbitraries.maps(keys, values).ofMaxSize(3);
  }
}
