package navigator.ops.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.table.Key;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * An update in the making. In its expressions attribute {@code x} is {@code #x}, its value {@code
 * :x}.
 */
final class UpdateExpression {

  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  UpdateExpression set(String name, AttributeValue value) {
    return set(name, ":" + name, value);
  }

  UpdateExpression set(String name, String value) {
    return set(name, AttributeValue.fromS(value));
  }

  UpdateExpression set(String name, Instant value) {
    return set(name, IsoMicros.format(value));
  }

  UpdateExpression set(String name, long value) {
    return set(name, AttributeValue.fromN(Long.toString(value)));
  }

  /** Sets what {@code expression} gives; in it the value is {@code :name}. */
  UpdateExpression set(String name, String expression, AttributeValue value) {
    sets.add(named(name) + " = " + expression);
    values.put(":" + name, value);
    return this;
  }

  /** Adds to a number that is there. */
  UpdateExpression add(String name, long more) {
    return more == 0
        ? this
        : set(name, "#%1$s + :%1$s".formatted(name), AttributeValue.fromN(Long.toString(more)));
  }

  UpdateExpression remove(String... attributes) {
    for (String name : attributes) {
      removes.add(named(name));
    }
    return this;
  }

  UpdateExpression onlyIf(String name, String operator, String placeholder, AttributeValue value) {
    conditions.add(named(name) + " " + operator + " " + placeholder);
    return value(placeholder, value);
  }

  UpdateExpression onlyIfExists(String name) {
    conditions.add("attribute_exists(" + named(name) + ")");
    return this;
  }

  UpdateExpression onlyIfAbsent(String name) {
    conditions.add("attribute_not_exists(" + named(name) + ")");
    return this;
  }

  UpdateExpression onlyIfAbsentOrBelow(String name, String placeholder, long number) {
    String attribute = named(name);
    conditions.add("(attribute_not_exists(%1$s) OR %1$s < %2$s)".formatted(attribute, placeholder));
    return value(placeholder, AttributeValue.fromN(Long.toString(number)));
  }

  /** Only if nobody has the lease, or its time has passed, or it is the owner's already. */
  UpdateExpression onlyIfFree(String ownerName, String owner, String untilName, Instant now) {
    conditions.add(
        "(attribute_not_exists(%1$s) OR %1$s = :itself OR %2$s < :now)"
            .formatted(named(ownerName), named(untilName)));
    return value(":itself", AttributeValue.fromS(owner))
        .value(":now", AttributeValue.fromS(IsoMicros.format(now)));
  }

  /** A value that only the expressions name. */
  UpdateExpression value(String placeholder, AttributeValue value) {
    values.put(placeholder, value);
    return this;
  }

  /** The update by itself: it returns the new item, or the old one if a condition fails. */
  UpdateItemRequest alone(String table, Key key) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Item.key(key))
        .updateExpression(expression())
        .conditionExpression(condition())
        .expressionAttributeNames(names)
        // DynamoDB takes no empty map.
        .expressionAttributeValues(values.isEmpty() ? null : values)
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  /** The update as a part of a transaction. */
  Update of(String table, Key key) {
    return Update.builder()
        .tableName(table)
        .key(Item.key(key))
        .updateExpression(expression())
        .conditionExpression(condition())
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private @Nullable String condition() {
    return conditions.isEmpty() ? null : String.join(" AND ", conditions);
  }

  private String expression() {
    String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
    return removes.isEmpty() ? set : set + " REMOVE " + String.join(", ", removes);
  }

  private String named(String name) {
    names.put("#" + name, name);
    return "#" + name;
  }
}
