package navigator.ops.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import navigator.contracts.IsoMicros;
import navigator.contracts.table.Attribute;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the table as it was read. */
final class Row {

  private final Map<String, AttributeValue> attributes;

  Row(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  @Nullable String textOrNull(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : value.s();
  }

  /**
   * A text that every such item has.
   *
   * @throws IllegalStateException if this one does not
   */
  String text(String name) {
    return required(name, textOrNull(name));
  }

  @Nullable Instant timeOrNull(String name) {
    String text = textOrNull(name);
    return text == null ? null : IsoMicros.parse(text);
  }

  Instant time(String name) {
    return required(name, timeOrNull(name));
  }

  int integer(String name) {
    AttributeValue value = attributes.get(name);
    return Integer.parseInt(required(name, value == null ? null : value.n()));
  }

  @Nullable Long numberOrNull(String name) {
    AttributeValue value = attributes.get(name);
    return value == null || value.n() == null ? null : Long.valueOf(value.n());
  }

  /** A number that every such item has. */
  long number(String name) {
    return required(name, numberOrNull(name));
  }

  int integerOrZero(String name) {
    return has(name) ? integer(name) : 0;
  }

  @Nullable Row mapOrNull(String name) {
    AttributeValue value = attributes.get(name);
    return value == null || !value.hasM() ? null : new Row(value.m());
  }

  /** A list of maps; empty if there is none. */
  List<Row> rows(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(map -> new Row(map.m())).toList();
  }

  /** A map of texts; empty if there is none. */
  Map<String, String> texts(String name) {
    Row map = mapOrNull(name);
    return map == null
        ? Map.of()
        : map.attributes.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().s()));
  }

  double decimal(String name) {
    AttributeValue value = attributes.get(name);
    return Double.parseDouble(required(name, value == null ? null : value.n()));
  }

  /** A list of texts; empty if there is none. */
  List<String> list(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
  }

  /** What the attribute names; null if there is none. */
  <T> @Nullable T namedOrNull(String name, Function<String, Optional<T>> ofWireName) {
    return has(name) ? named(name, ofWireName) : null;
  }

  /** A map of numbers; empty if there is none. */
  Map<String, Long> numbers(String name) {
    Row map = mapOrNull(name);
    return map == null
        ? Map.of()
        : map.attributes.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, entry -> Long.valueOf(entry.getValue().n())));
  }

  /**
   * What the attribute names, of those that every such item has.
   *
   * @param ofWireName finds it by its name in the table
   * @throws IllegalStateException if it names nothing that is known
   */
  <T> T named(String name, Function<String, Optional<T>> ofWireName) {
    return required(name, ofWireName.apply(text(name)).orElse(null));
  }

  private <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException(
          "The item %s %s has no %s"
              .formatted(textOrNull(Attribute.PK), textOrNull(Attribute.SK), name));
    }
    return value;
  }
}
