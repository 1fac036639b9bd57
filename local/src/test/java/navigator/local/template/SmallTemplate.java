package navigator.local.template;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import navigator.local.topology.Topology;

/** A small stack of every emulated type, changed as a test likes. */
final class SmallTemplate {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  SmallTemplate(Path folder) {
    this.folder = folder;
  }

  Topology read() {
    return read(template -> {});
  }

  Topology read(Consumer<ObjectNode> change) {
    try {
      var template = (ObjectNode) JSON.readTree(text());
      change.accept(template);
      return read(template.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads whatever is in the template's place. */
  Topology read(String template) throws IOException {
    copy("manifest.json");
    copy("Small.assets.json");
    Files.write(folder.resolve("Small.template.json"), template.getBytes(StandardCharsets.UTF_8));
    return new TemplateReader(Placement.behind(URI.create("http://127.0.0.1:9000"))).read(folder);
  }

  /** The template as it is. */
  static String text() throws IOException {
    return text("Small.template.json");
  }

  /** The properties of a resource of the template. */
  static ObjectNode properties(ObjectNode template, String logicalId) {
    return (ObjectNode) template.path("Resources").path(logicalId).path("Properties");
  }

  private void copy(String name) throws IOException {
    Files.writeString(folder.resolve(name), text(name));
  }

  private static String text(String name) throws IOException {
    try (var stream = SmallTemplate.class.getResourceAsStream("small/" + name)) {
      if (stream == null) {
        throw new IOException("No resource small/" + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
