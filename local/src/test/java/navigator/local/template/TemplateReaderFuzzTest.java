package navigator.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import navigator.contracts.testing.HostileJson;
import navigator.contracts.testing.HostileText;
import navigator.contracts.wire.Wire;
import navigator.local.disk.DirectoryTree;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Templates that no CDK would write: they are read, or refused by name. */
class TemplateReaderFuzzTest {

  private static final Path FOLDER = folder();

  private static Path folder() {
    try {
      return Files.createTempDirectory("template");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void delete() throws IOException {
    new DirectoryTree(FOLDER).delete();
  }

  @Property(tries = 500)
  void aTemplateIsReadOrRefusedByName(@ForAll("templates") String template) throws IOException {
    assertReadOrRefused(template);
  }

  @Property(tries = 1000)
  void anIntrinsicIsResolvedOrRefusedByName(@ForAll("resolved") String template)
      throws IOException {
    assertReadOrRefused(template);
  }

  private static void assertReadOrRefused(String template) throws IOException {
    try {
      new SmallTemplate(FOLDER).read(template);
    } catch (RefusedStackException e) {
      assertThat(e.reasons())
          .isNotEmpty()
          .allSatisfy(reason -> assertThat(reason).contains(": ").doesNotContain("Exception"));
    } catch (JsonProcessingException e) {
      assertThat(e.getOriginalMessage()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> templates() throws IOException {
    return Arbitraries.oneOf(HostileJson.damaged(SmallTemplate.text()), HostileJson.any());
  }

  @Provide
  Arbitrary<String> resolved() throws IOException {
    Arbitrary<String> arguments =
        Arbitraries.frequencyOf(
            Tuple.of(1, HostileJson.any()),
            Tuple.of(1, HostileText.any().map(Wire::write)),
            Tuple.of(
                6,
                Arbitraries.of(
                    "\"Work\"",
                    "\"Worker\"",
                    "\"Rule\"",
                    "\"Role.Arn\"",
                    "\"${Work}${Table.Arn}${!a}${\"",
                    "[\"Bus\",\"Arn\"]",
                    "[\",\",[\"a\"]]",
                    "[-1,[\"a\"]]",
                    "[\"\",\"ab\"]")));
    Arbitrary<String> functions =
        Arbitraries.of("Ref", "Fn::GetAtt", "Fn::Join", "Fn::Sub", "Fn::Select", "Fn::Split");
    return HostileJson.replaced(
        SmallTemplate.text(),
        Combinators.combine(functions, arguments)
            .as((function, argument) -> "{\"" + function + "\":" + argument + "}"));
  }
}
