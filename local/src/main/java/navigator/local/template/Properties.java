package navigator.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The resolved properties of one resource, or of an object inside it, that keeps count of what was
 * read: in the end every property was used, is known to be without effect, or is refused.
 */
final class Properties {

  private final String where;
  private final String path;
  private final ObjectNode json;
  private final Refusals refusals;
  private final Set<String> known = new HashSet<>();
  private final List<Properties> inside = new ArrayList<>();

  Properties(String where, ObjectNode json, Refusals refusals) {
    this(where, "", json, refusals);
  }

  private Properties(String where, String path, ObjectNode json, Refusals refusals) {
    this.where = where;
    this.path = path;
    this.json = json;
    this.refusals = refusals;
  }

  /** A text that has to be there. */
  String text(String name) {
    var text = optionalText(name);
    if (text.isEmpty()) {
      refuse("the property " + path + name + " is missing");
    }
    return text.orElse("");
  }

  Optional<String> optionalText(String name) {
    return optional(name).map(JsonNode::asText);
  }

  OptionalInt number(String name) {
    return optional(name).map(n -> OptionalInt.of(n.asInt())).orElseGet(OptionalInt::empty);
  }

  boolean flag(String name) {
    return optional(name).map(JsonNode::asBoolean).orElse(false);
  }

  /** Texts of a list; a lone text counts as a list of one. */
  List<String> texts(String name) {
    return optional(name).stream()
        .flatMap(v -> v.isArray() ? v.valueStream() : Stream.of(v))
        .map(JsonNode::asText)
        .toList();
  }

  /** The JSON of a property whose inside is read by nobody here. */
  Optional<JsonNode> json(String name) {
    return optional(name);
  }

  /** An object inside; an empty one if it is not there. */
  Properties object(String name) {
    return inside(name, optional(name).orElseGet(JsonNodeFactory.instance::objectNode));
  }

  List<Properties> objects(String name) {
    var array = optional(name).orElseGet(JsonNodeFactory.instance::arrayNode);
    return IntStream.range(0, array.size())
        .mapToObj(i -> inside(name + "[" + i + "]", array.path(i)))
        .toList();
  }

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  private Properties inside(String name, JsonNode value) {
    if (!(value instanceof ObjectNode)) {
      refuse("the property " + path + name + " is no object");
    }
    var object = value instanceof ObjectNode o ? o : JsonNodeFactory.instance.objectNode();
    var properties = new Properties(where, path + name + ".", object, refusals);
    inside.add(properties);
    return properties;
  }

  /** Refuses a property whose value, if it has one, is not among those that are emulated. */
  Properties only(String name, String... values) {
    optionalText(name)
        .filter(value -> !Arrays.asList(values).contains(value))
        .ifPresent(
            value ->
                refuse(
                    "%s is %s, and only %s is emulated"
                        .formatted(path + name, value, String.join(" or ", values))));
    return this;
  }

  /**
   * Accepts properties that change nothing on one machine.
   *
   * @param reason why they change nothing
   */
  Properties withoutEffect(String reason, String... names) {
    known.addAll(Arrays.asList(names));
    return this;
  }

  /** Refuses every property, here and inside, that was neither used nor accepted. */
  void refuseTheRest() {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                refuse("the property " + path + name + " is not emulated");
              }
            });
    inside.forEach(Properties::refuseTheRest);
  }

  void refuse(String reason) {
    refusals.add(where, reason);
  }

  private Optional<JsonNode> optional(String name) {
    known.add(name);
    return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
  }
}
