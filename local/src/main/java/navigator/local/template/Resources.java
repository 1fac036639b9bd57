package navigator.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the sections of a template, and refuses what is on none of the closed lists. */
final class Resources {

  private static final Set<String> SECTIONS =
      Set.of("AWSTemplateFormatVersion", "Description", "Metadata", "Outputs", "Resources");

  /** What the CDK adds to every stack to check its bootstrap; there is none here. */
  private static final Map<String, Set<String>> BOOTSTRAP =
      Map.of(
          "Parameters", Set.of("BootstrapVersion"),
          "Rules", Set.of("CheckBootstrapVersion"),
          "Conditions", Set.of("CDKMetadataAvailable"));

  /** They say in what order a stack is deployed, and what is kept when it goes. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "DeletionPolicy", "DependsOn", "Metadata", "Properties", "Type", "UpdateReplacePolicy");

  private final Refusals refusals;

  Resources(Refusals refusals) {
    this.refusals = refusals;
  }

  /** The resources by logical id; the inert ones too, as others may name them. */
  Map<String, Resource> read(JsonNode template) {
    template.properties().forEach(section -> checkSection(section.getKey(), section.getValue()));
    var resources = new LinkedHashMap<String, Resource>();
    template
        .path("Resources")
        .properties()
        .forEach(entry -> read(entry.getKey(), entry.getValue(), resources));
    return resources;
  }

  private void checkSection(String name, JsonNode section) {
    if (SECTIONS.contains(name)) {
      return;
    }
    section
        .fieldNames()
        .forEachRemaining(
            entry -> {
              if (!BOOTSTRAP.getOrDefault(name, Set.of()).contains(entry)) {
                refusals.add(entry, "the template's section " + name + " is not emulated");
              }
            });
  }

  private void read(String logicalId, JsonNode json, Map<String, Resource> resources) {
    var type = json.path("Type").asText();
    if (!EmulatedType.includes(type) && !InertType.includes(type)) {
      refusals.add(logicalId, "resources of type " + type + " are not emulated");
      return;
    }
    var label = logicalId + " (" + type + ")";
    if (EmulatedType.includes(type)) {
      checkAttributes(label, json);
    }
    try {
      var properties = ExpressionParser.fields(json.path("Properties"));
      resources.put(logicalId, new Resource(logicalId, type, properties));
    } catch (UnresolvedException e) {
      refusals.add(label, e.reason());
    }
  }

  private void checkAttributes(String label, JsonNode json) {
    json.fieldNames()
        .forEachRemaining(
            attribute -> {
              if (!ATTRIBUTES.contains(attribute)) {
                refusals.add(label, "the attribute " + attribute + " is not emulated");
              }
            });
  }
}
