package navigator.contracts.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The documents of {@code contracts/spec} as trees. JSON is read as the YAML that it is. */
final class Spec {

  private static final YAMLMapper MAPPER = new YAMLMapper();
  private static final Map<String, JsonNode> DOCUMENTS = new ConcurrentHashMap<>();

  private Spec() {}

  /**
   * A whole document.
   *
   * @param name its path below {@code contracts/spec}
   * @throws NullPointerException if there is none of that name
   */
  static JsonNode document(String name) {
    return DOCUMENTS.computeIfAbsent(name, Spec::load);
  }

  /** The node itself, or what it refers to within the same document. */
  static JsonNode resolve(JsonNode document, JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isString() && reference.asString().startsWith("#")
        ? resolve(document, document.at(reference.asString().substring(1)))
        : node;
  }

  /** A JSON text as a tree. */
  static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }

  private static JsonNode load(String name) {
    String resource = "/navigator/contracts/spec/" + name;
    try (InputStream in = Spec.class.getResourceAsStream(resource)) {
      return MAPPER.readTree(Objects.requireNonNull(in, () -> resource + " is missing"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
