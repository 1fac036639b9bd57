package navigator.contracts.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class SpecTest {

  private static final Path SPEC = Path.of("spec");

  /** Of log lines, which travel over no channel. */
  private static final List<String> LINES = List.of("schemas/metric-line.json");

  @TestFactory
  Stream<DynamicTest> everyExampleIsValidByItsSchema() throws IOException {
    return schemas()
        .flatMap(
            name ->
                Spec.document("schemas/" + name)
                    .path("examples")
                    .valueStream()
                    .map(example -> exampleTest(name, example)));
  }

  @TestFactory
  Stream<DynamicTest> everySchemaIsOne() throws IOException {
    return schemas()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(StrictSchemas.faultsOfSchema(Spec.document("schemas/" + name)))
                            .isEmpty()));
  }

  @Test
  void aSchemaWithAnUnknownTypeIsNone() {
    JsonNode schema = JsonNodeFactory.instance.objectNode().put("type", "text");
    assertThat(StrictSchemas.faultsOfSchema(schema)).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyReferenceLeadsSomewhere() throws IOException {
    return documents().map(name -> DynamicTest.dynamicTest(name, () -> checkReferences(name)));
  }

  @Test
  void noSchemaStandsUnused() throws IOException {
    List<String> used = new ArrayList<>(LINES);
    for (String name : documents().toList()) {
      references(Spec.document(name)).map(reference -> file(name, reference)).forEach(used::add);
    }
    assertThat(schemas().map(name -> "schemas/" + name)).isSubsetOf(used);
  }

  private static DynamicTest exampleTest(String schema, JsonNode example) {
    return DynamicTest.dynamicTest(
        schema, () -> assertThat(ContractSchemas.object(schema, example.toString())).isEmpty());
  }

  private static void checkReferences(String name) {
    assertThat(references(Spec.document(name)))
        .isNotNull()
        .allSatisfy(
            reference -> {
              String pointer = reference.contains("#") ? reference.replaceFirst(".*#", "") : "";
              JsonNode target = Spec.document(file(name, reference)).at(pointer);
              assertThat(target.isMissingNode()).as(reference).isFalse();
            });
  }

  private static String file(String from, String reference) {
    String path = reference.replaceFirst("#.*", "");
    return path.isEmpty() ? from : Path.of(from).resolveSibling(path).toString();
  }

  private static Stream<String> references(JsonNode document) {
    return document.findValues("$ref").stream().map(JsonNode::asString);
  }

  private static Stream<String> documents() throws IOException {
    return Stream.concat(
        Stream.of("openapi.yaml", "asyncapi.yaml"), schemas().map(name -> "schemas/" + name));
  }

  private static Stream<String> schemas() throws IOException {
    try (Stream<Path> files = Files.list(SPEC.resolve("schemas"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }
}
