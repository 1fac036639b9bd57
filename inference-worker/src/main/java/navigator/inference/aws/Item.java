package navigator.inference.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the table in the making. */
final class Item {

  private final Map<String, AttributeValue> attributes = new HashMap<>();

  static Item at(Key key) {
    return new Item().text(Attribute.PK, key.partition()).text(Attribute.SK, key.sort());
  }

  static Map<String, AttributeValue> key(Key key) {
    return at(key).attributes();
  }

  Item text(String name, String value) {
    return with(name, AttributeValue.fromS(value));
  }

  Item time(String name, Instant value) {
    return text(name, IsoMicros.format(value));
  }

  Item number(String name, long value) {
    return with(name, AttributeValue.fromN(Long.toString(value)));
  }

  Item map(String name, Item value) {
    return with(name, AttributeValue.fromM(value.attributes()));
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
