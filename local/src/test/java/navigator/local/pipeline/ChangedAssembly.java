package navigator.local.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The tests' cloud assembly with other values of some functions' variables. */
final class ChangedAssembly {

  private static final Path ASSEMBLY = Path.of("../infra/target/cdk.test.out");
  private static final JsonMapper JSON = new JsonMapper();

  private ChangedAssembly() {}

  /**
   * An assembly where every function that has one of the variables has that value of it.
   *
   * @throws IllegalArgumentException if no function has a variable
   */
  static Path with(Map<String, String> variables) throws IOException {
    Path changed = Files.createTempDirectory("assembly");
    try (Stream<Path> files = Files.list(ASSEMBLY)) {
      for (Path file : files.toList()) {
        Path copy = changed.resolve(file.getFileName());
        if (file.toString().endsWith(".template.json")) {
          Files.writeString(copy, changed(file, variables));
        } else {
          Files.createSymbolicLink(copy, file.toAbsolutePath());
        }
      }
    }
    return changed;
  }

  private static String changed(Path template, Map<String, String> variables) throws IOException {
    var tree = JSON.readTree(template.toFile());
    variables.forEach(
        (name, value) -> {
          var environments =
              tree.findParents(name).stream()
                  .filter(ObjectNode.class::isInstance)
                  .map(ObjectNode.class::cast)
                  .toList();
          if (environments.isEmpty()) {
            throw new IllegalArgumentException("No function has " + name);
          }
          environments.forEach(environment -> environment.put(name, value));
        });
    return JSON.writeValueAsString(tree);
  }
}
