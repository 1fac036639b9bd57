package navigator.ops.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import navigator.contracts.IsoMicros;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the table in the making. */
final class Item {

  private final Map<String, AttributeValue> attributes = new HashMap<>();

  private Item() {}

  static Item at(Key key) {
    return new Item().text(Attribute.PK, key.partition()).text(Attribute.SK, key.sort());
  }

  static Map<String, AttributeValue> key(Key key) {
    return at(key).attributes();
  }

  Item inUserIndex(Key key) {
    return text(Attribute.USER_INDEX_PK, key.partition()).text(Attribute.USER_INDEX_SK, key.sort());
  }

  Item inPendingIndex(Key key) {
    return text(Attribute.PENDING_INDEX_PK, key.partition())
        .text(Attribute.PENDING_INDEX_SK, key.sort());
  }

  /** A text; an attribute that is null is left out. */
  Item text(String name, @Nullable String value) {
    return value == null ? this : with(name, AttributeValue.fromS(value));
  }

  Item time(String name, Instant value) {
    return text(name, IsoMicros.format(value));
  }

  Item number(String name, long value) {
    return with(name, AttributeValue.fromN(Long.toString(value)));
  }

  Item decimal(String name, double value) {
    return with(name, AttributeValue.fromN(Double.toString(value)));
  }

  Item list(String name, List<String> values) {
    return with(name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
  }

  Item texts(String name, Map<String, String> values) {
    return with(
        name,
        AttributeValue.fromM(
            values.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, entry -> AttributeValue.fromS(entry.getValue())))));
  }

  Item numbers(String name, Map<String, Long> values) {
    return with(
        name,
        AttributeValue.fromM(
            values.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, entry -> AttributeValue.fromN("" + entry.getValue())))));
  }

  Item expiresAt(Instant instant) {
    return number(Attribute.EXPIRES_AT, instant.getEpochSecond());
  }

  Map<String, AttributeValue> attributes() {
    return Map.copyOf(attributes);
  }

  private Item with(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }
}
