package navigator.contracts.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** JSON, and what is nearly JSON, that nobody should send. */
public final class HostileJson {

  private static final int DEEP = 3_000;
  private static final int REPLACED = 3;
  private static final String MARK = "what is changed";

  private HostileJson() {}

  /** Any value: deep, huge, cut off, doubled, or of no JSON at all. */
  public static Arbitrary<String> any() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, value(2)),
        Tuple.of(1, HostileText.damaged(value(2))),
        Tuple.of(1, HostileText.any()),
        Tuple.of(1, oddities()));
  }

  /** A value that was right, with one part of it, at any depth, changed, gone, doubled or cut. */
  public static Arbitrary<String> damaged(String right) {
    JsonNode tree = tree(right);
    Arbitrary<String> changed =
        Combinators.combine(
                Arbitraries.of(places(tree, "")), any(), Arbitraries.integers().between(0, 4))
            .as((place, value, how) -> changed(tree.deepCopy(), place, value, how));
    return Arbitraries.frequencyOf(Tuple.of(6, changed), Tuple.of(1, HostileText.damaged(changed)));
  }

  /** A value that was right, with one of these in the place of one part of it. */
  public static Arbitrary<String> replaced(String right, Arbitrary<String> values) {
    JsonNode tree = tree(right);
    return Combinators.combine(Arbitraries.of(places(tree, "")), values)
        .as((place, value) -> changed(tree.deepCopy(), place, value, REPLACED));
  }

  private static Arbitrary<String> value(int depth) {
    Arbitrary<String> scalars =
        Arbitraries.oneOf(
            HostileText.any().map(Wire::write),
            HostileText.any().map(HostileJson::escaped),
            Arbitraries.bigDecimals().map(Object::toString),
            Arbitraries.of("null", "true", "false", "1e999999", "-0.0", "1E-400", "{}", "[]"));
    return depth == 0 ? scalars : Arbitraries.oneOf(scalars, arrays(depth), objects(depth));
  }

  private static Arbitrary<String> arrays(int depth) {
    return value(depth - 1)
        .list()
        .ofMaxSize(3)
        .map(items -> items.stream().collect(Collectors.joining(",", "[", "]")));
  }

  private static Arbitrary<String> objects(int depth) {
    return Combinators.combine(HostileText.any(), value(depth - 1))
        .as((name, value) -> Wire.write(name) + ":" + value)
        .list()
        .ofMaxSize(3)
        .map(fields -> fields.stream().collect(Collectors.joining(",", "{", "}")));
  }

  private static Arbitrary<String> oddities() {
    String secret = Wire.write(HostileText.SECRET);
    return Arbitraries.of(
        "{" + secret + ":1," + secret + ":2}",
        "[".repeat(DEEP),
        "[".repeat(DEEP) + "]".repeat(DEEP),
        "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP),
        "9".repeat(DEEP),
        "{} {}",
        "{'a':1}");
  }

  private static String escaped(String text) {
    return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining("", "\"", "\""));
  }

  /** One value inside a tree, by its parent's JSON pointer and its own name or index. */
  private record Place(String parent, String name) {}

  private static List<Place> places(JsonNode node, String pointer) {
    List<Place> places = new ArrayList<>();
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      names.add("" + i);
    }
    for (String name : names) {
      String inside = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      places.add(new Place(pointer, name));
      JsonNode child = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
      places.addAll(places(child, inside));
    }
    return places;
  }

  // By text: no tree holds a name twice, or what is no JSON.
  private static String changed(JsonNode tree, Place place, String value, int how) {
    JsonNode old = mark(tree, place);
    String text = tree.toString();
    String field = "," + Wire.write(how == 1 ? place.name() : HostileText.SECRET) + ":" + value;
    return switch (how) {
      case 0 -> text.replaceFirst("(\"[^\"]*\":)?\"" + MARK + "\",?", "").replace(",}", "}");
      case 1, 2 -> text.replace("\"" + MARK + "\"", old + field);
      default -> text.replace("\"" + MARK + "\"", value);
    };
  }

  private static JsonNode mark(JsonNode tree, Place place) {
    return switch (tree.at(place.parent())) {
      case ObjectNode object -> {
        JsonNode old = object.path(place.name());
        object.put(place.name(), MARK);
        yield old;
      }
      case ArrayNode array -> array.set(Integer.parseInt(place.name()), MARK);
      case JsonNode other -> throw new IllegalStateException("Nothing is inside " + other);
    };
  }

  private static JsonNode tree(String json) {
    return switch (Wire.readTree(json)) {
      case Read.Valid<JsonNode>(JsonNode tree) -> tree;
      case Read.Invalid<JsonNode>(String reason) -> throw new IllegalArgumentException(reason);
    };
  }
}
