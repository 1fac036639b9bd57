package navigator.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A folder that the CDK synthesized, with exactly one stack.
 *
 * @param stackName the stack's name
 * @param template the stack's template as JSON
 * @param assets the files to be uploaded, by the keys that the template knows them by
 * @see <a
 *     href="https://github.com/aws/aws-cdk/tree/main/packages/%40aws-cdk/cloud-assembly-schema">Cloud
 *     assembly schema</a>
 */
record CloudAssembly(String stackName, JsonNode template, Map<String, Path> assets) {

  private static final JsonMapper JSON = new JsonMapper();

  CloudAssembly {
    assets = Map.copyOf(assets);
  }

  /**
   * Reads a folder.
   *
   * @throws IOException if its files cannot be read
   * @throws RefusedStackException if it has no stack, or more than one
   */
  static CloudAssembly read(Path folder) throws IOException {
    var artifacts = json(folder, "manifest.json").path("artifacts");
    var stack = onlyStack(folder, artifacts);
    var template =
        json(folder, artifacts.path(stack).path("properties").path("templateFile").asText());
    return new CloudAssembly(stack, template, assets(folder, artifacts));
  }

  private static String onlyStack(Path folder, JsonNode artifacts) {
    var stacks =
        artifacts
            .propertyStream()
            .filter(a -> a.getValue().path("type").asText().equals("aws:cloudformation:stack"))
            .map(Map.Entry::getKey)
            .toList();
    if (stacks.size() != 1) {
      var refusals = new Refusals();
      refusals.add(folder.toString(), "one stack can be run, this assembly has " + stacks);
      refusals.throwIfAny();
    }
    return stacks.getFirst();
  }

  private static Map<String, Path> assets(Path folder, JsonNode artifacts) throws IOException {
    var assets = new HashMap<String, Path>();
    for (var artifact : artifacts) {
      if (artifact.path("type").asText().equals("cdk:asset-manifest")) {
        var manifest = json(folder, artifact.path("properties").path("file").asText());
        manifest.path("files").forEach(file -> addAsset(folder, file, assets));
      }
    }
    return assets;
  }

  private static void addAsset(Path folder, JsonNode file, Map<String, Path> assets) {
    var path = folder.resolve(file.path("source").path("path").asText());
    file.path("destinations").forEach(to -> assets.put(to.path("objectKey").asText(), path));
  }

  private static JsonNode json(Path folder, String name) throws IOException {
    return JSON.readTree(folder.resolve(name).toFile());
  }
}
