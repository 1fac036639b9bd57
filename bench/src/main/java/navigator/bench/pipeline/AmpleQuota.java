package navigator.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import navigator.contracts.environment.Variable;

/** A cloud assembly whose worker knows of a quota so large that no call waits for its turn. */
final class AmpleQuota {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TOKENS = "2000000000";

  private AmpleQuota() {}

  /**
   * Copies an assembly and changes the copy.
   *
   * @param copy a folder that is there
   */
  static void copy(Path assembly, Path copy) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(assembly)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = copy.resolve(String.valueOf(file.getFileName()));
      if (target.toString().endsWith(".template.json")) {
        Files.writeString(target, widened(Files.readString(file)));
      } else {
        Files.copy(file, target);
      }
    }
  }

  /** The template with the quota in every function that has one. */
  static String widened(String template) throws IOException {
    JsonNode root = JSON.readTree(template);
    for (JsonNode resource : root.path("Resources")) {
      JsonNode variables = resource.path("Properties").path("Environment").path("Variables");
      if (variables.has(Variable.QUOTA_TOKENS_PER_MINUTE)) {
        ((ObjectNode) variables).put(Variable.QUOTA_TOKENS_PER_MINUTE, TOKENS);
      }
    }
    return root.toString();
  }
}
