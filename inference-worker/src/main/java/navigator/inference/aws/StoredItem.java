package navigator.inference.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import navigator.contracts.IsoMicros;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the table as it was read. */
record StoredItem(Map<String, AttributeValue> attributes) {

  Key key() {
    return new Key(text(Attribute.PK), text(Attribute.SK));
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  /**
   * A text that every such item has.
   *
   * @throws IllegalStateException if this one has not
   */
  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new IllegalStateException("An item has no attribute " + name));
  }

  Optional<String> optionalText(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  Optional<Instant> time(String name) {
    return optionalText(name).map(IsoMicros::parse);
  }

  /** A count; one that was never written is zero. */
  int count(String name) {
    return number(name).orElse(0);
  }

  Optional<Integer> number(String name) {
    return Optional.ofNullable(attributes.get(name)).map(value -> Integer.valueOf(value.n()));
  }

  StoredItem map(String name) {
    AttributeValue value = attributes.get(name);
    return new StoredItem(value == null ? Map.of() : value.m());
  }
}
