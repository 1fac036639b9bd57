package navigator.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import navigator.local.topology.Topology;

/** Gives every expression of one template its value. */
final class Resolver {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)}");

  private final Map<String, Resource> resources;
  private final Placement placement;
  private final String stackName;
  private final PhysicalNames names;
  private final Set<String> inTheMaking = new HashSet<>();

  Resolver(Map<String, Resource> resources, Placement placement, String stackName) {
    this.resources = Map.copyOf(resources);
    this.placement = placement;
    this.stackName = stackName;
    this.names = new PhysicalNames(this, placement, stackName);
  }

  /** A resource's properties with nothing left to resolve. */
  ObjectNode properties(Resource resource) {
    var resolved = JSON.objectNode();
    resource.properties().forEach((name, value) -> resolved.set(name, value(value)));
    return resolved;
  }

  /**
   * One property of a resource as text, if it is there.
   *
   * @throws UnresolvedException if it takes the resource's own name to tell
   */
  Optional<String> property(Resource resource, String name) {
    if (!inTheMaking.add(resource.logicalId())) {
      throw new UnresolvedException(resource.logicalId() + " is named by itself");
    }
    try {
      return Optional.ofNullable(resource.properties().get(name)).map(this::text);
    } finally {
      inTheMaking.remove(resource.logicalId());
    }
  }

  /** What {@code Ref} gives for a resource. */
  String ref(Resource resource) {
    return names.ref(resource);
  }

  /** What {@code Fn::GetAtt} gives for a resource. */
  String attribute(Resource resource, String attribute) {
    return names.attribute(resource, attribute);
  }

  JsonNode value(Expression expression) {
    return switch (expression) {
      case Expression.Constant(var value) -> value;
      case Expression.Items(var items) ->
          JSON.arrayNode().addAll(items.stream().map(this::value).toList());
      case Expression.Fields(var fields) -> {
        var object = JSON.objectNode();
        fields.forEach((name, value) -> object.set(name, value(value)));
        yield object;
      }
      case Expression.Ref(var target) -> JSON.textNode(ref(target));
      case Expression.GetAtt(var resource, var attribute) ->
          JSON.textNode(names.attribute(resource(resource), attribute));
      case Expression.Join(var separator, var items) -> JSON.textNode(join(separator, items));
      case Expression.Sub(var text, var variables) -> JSON.textNode(substitute(text, variables));
      case Expression.Select(var index, var items) -> select(value(index), value(items));
      case Expression.Split(var separator, var text) -> split(separator, text(text));
    };
  }

  private String text(Expression expression) {
    return value(expression).asText();
  }

  private String join(String separator, Expression items) {
    return value(items).valueStream().map(JsonNode::asText).collect(Collectors.joining(separator));
  }

  private static JsonNode select(JsonNode index, JsonNode items) {
    var selected = items.path(index.asInt());
    if (selected.isMissingNode()) {
      throw new UnresolvedException("Fn::Select finds no item " + index + " in " + items);
    }
    return selected;
  }

  private static JsonNode split(String separator, String text) {
    var parts = JSON.arrayNode();
    Pattern.compile(separator, Pattern.LITERAL).splitAsStream(text).forEach(parts::add);
    return parts;
  }

  private String substitute(String text, Map<String, Expression> variables) {
    return VARIABLE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(variable(match, variables)));
  }

  private String variable(MatchResult match, Map<String, Expression> variables) {
    var name = match.group(1);
    var given = variables.get(name);
    if (given != null) {
      return text(given);
    }
    var dot = name.indexOf('.');
    return dot < 0
        ? ref(name)
        : names.attribute(resource(name.substring(0, dot)), name.substring(dot + 1));
  }

  private String ref(String target) {
    return switch (target) {
      case "AWS::AccountId" -> placement.account();
      case "AWS::Partition" -> "aws";
      case "AWS::Region" -> placement.region();
      case "AWS::StackId" -> stackId();
      case "AWS::StackName" -> stackName;
      case "AWS::URLSuffix" -> "amazonaws.com";
      default -> names.ref(resource(target));
    };
  }

  private String stackId() {
    return Topology.stackId(placement.region(), placement.account(), stackName);
  }

  private Resource resource(String logicalId) {
    var resource = resources.get(logicalId);
    if (resource == null) {
      throw new UnresolvedException(logicalId + " is neither a resource nor a known parameter");
    }
    return resource;
  }
}
