package navigator.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A CloudFormation template, asked by resource type and physical name.
 *
 * @param json the whole template
 */
record SynthesizedTemplate(JsonNode json) {

  private static final Map<String, String> NAME_PROPERTIES =
      Map.of(
          "AWS::DynamoDB::GlobalTable", "TableName",
          "AWS::SQS::Queue", "QueueName",
          "AWS::Events::EventBus", "Name");

  /** The resources of a type, by their logical ids. */
  Map<String, JsonNode> resources(String type) {
    return json.get("Resources").properties().stream()
        .filter(resource -> resource.getValue().get("Type").asText().equals(type))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
  }

  /** The properties of the resources of a type. */
  Stream<JsonNode> properties(String type) {
    return resources(type).values().stream().map(resource -> resource.path("Properties"));
  }

  /** The properties of the resource of a logical id. */
  JsonNode properties(JsonNode logicalId) {
    return json.get("Resources").path(logicalId.asText()).path("Properties");
  }

  /** The properties of the one function of that physical name. */
  JsonNode function(String name) {
    return one(
        "AWS::Lambda::Function", function -> function.path("FunctionName").asText().equals(name));
  }

  /**
   * A function's environment, with physical names in place of references.
   *
   * @param name the function's physical name
   */
  Map<String, String> environment(String name) {
    return function(name).path("Environment").path("Variables").properties().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                variable -> resolved(variable.getValue()),
                (a, b) -> b,
                TreeMap::new));
  }

  private JsonNode one(String type, Predicate<JsonNode> condition) {
    return properties(type)
        .filter(condition)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No such " + type));
  }

  private String resolved(JsonNode value) {
    if (value.isTextual()) {
      return value.asText();
    }
    JsonNode resource = json.get("Resources").get(value.get("Ref").asText());
    String type = resource.get("Type").asText();
    String name = resource.get("Properties").get(NAME_PROPERTIES.get(type)).asText();
    // The reference of a queue is its URL; of all others here, their name.
    return type.equals("AWS::SQS::Queue")
        ? "https://sqs.us-west-2.amazonaws.com/000000000000/" + name
        : name;
  }
}
