package navigator.inference.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.ErrorCode;
import navigator.contracts.IsoMicros;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.inference.Progress;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A conditional write on a request in the making. */
final class RequestUpdate {

  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  RequestUpdate set(String attribute, String text) {
    return setTo(attribute, value(AttributeValue.fromS(text)));
  }

  RequestUpdate set(String attribute, Instant time) {
    return set(attribute, IsoMicros.format(time));
  }

  RequestUpdate set(String attribute, int number) {
    return setTo(attribute, value(AttributeValue.fromN("" + number)));
  }

  RequestUpdate set(String attribute, Item map) {
    return setTo(attribute, value(AttributeValue.fromM(map.attributes())));
  }

  RequestUpdate setOnce(String attribute, Instant time) {
    String value = value(AttributeValue.fromS(IsoMicros.format(time)));
    return setTo(attribute, "if_not_exists(" + name(attribute) + ", " + value + ")");
  }

  RequestUpdate count(String attribute) {
    String zero = value(AttributeValue.fromN("0"));
    String one = value(AttributeValue.fromN("1"));
    return setTo(attribute, "if_not_exists(" + name(attribute) + ", " + zero + ") + " + one);
  }

  RequestUpdate status(Status status, Instant now) {
    return set(Attribute.STATUS, status.wireName()).set(Attribute.UPDATED_AT, now);
  }

  RequestUpdate progress(Progress progress) {
    set(Attribute.ATTEMPTS, progress.attempts());
    failure(Attribute.FIRST_FAILURE_AT, progress.firstFailureAt());
    failure(Attribute.LAST_FAILURE_AT, progress.lastFailureAt());
    ErrorCode fault = progress.lastFault();
    return fault == null ? this : set(Attribute.LAST_FAULT, fault.wireName());
  }

  RequestUpdate remove(String attribute) {
    removes.add(name(attribute));
    return this;
  }

  RequestUpdate removeLease() {
    return remove(Attribute.LEASE_OWNER).remove(Attribute.LEASE_UNTIL);
  }

  RequestUpdate ifEqual(String attribute, String text) {
    return when(name(attribute) + " = " + value(AttributeValue.fromS(text)));
  }

  RequestUpdate ifNotEqual(String attribute, String text) {
    return when(name(attribute) + " <> " + value(AttributeValue.fromS(text)));
  }

  RequestUpdate ifEqual(String attribute, int number) {
    return when(name(attribute) + " = " + value(AttributeValue.fromN("" + number)));
  }

  RequestUpdate ifNotAfter(String attribute, Instant time) {
    return when(name(attribute) + " <= " + value(AttributeValue.fromS(IsoMicros.format(time))));
  }

  RequestUpdate ifThere(String attribute) {
    return when("attribute_exists(" + name(attribute) + ")");
  }

  RequestUpdate ifAbsent(String attribute) {
    return when("attribute_not_exists(" + name(attribute) + ")");
  }

  RequestUpdate ifAbsentOrBelow(String attribute, int number) {
    String name = name(attribute);
    String value = value(AttributeValue.fromN("" + number));
    return when("(attribute_not_exists(" + name + ") OR " + name + " < " + value + ")");
  }

  /** The write by itself: it returns the new item, or the old one if a condition fails. */
  UpdateItemRequest alone(String table, RequestId id) {
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Item.key(Keys.request(id)))
        .updateExpression(expression())
        .conditionExpression(condition())
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  /** The write as a part of a transaction. */
  Update inTransaction(String table, RequestId id) {
    return Update.builder()
        .tableName(table)
        .key(Item.key(Keys.request(id)))
        .updateExpression(expression())
        .conditionExpression(condition())
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .build();
  }

  private String expression() {
    String removed = removes.isEmpty() ? "" : " REMOVE " + String.join(", ", removes);
    return "SET " + String.join(", ", sets) + removed;
  }

  private String condition() {
    return String.join(" AND ", conditions);
  }

  private void failure(String attribute, @Nullable Instant time) {
    if (time != null) {
      set(attribute, time);
    }
  }

  private RequestUpdate setTo(String attribute, String expression) {
    sets.add(name(attribute) + " = " + expression);
    return this;
  }

  private RequestUpdate when(String condition) {
    conditions.add(condition);
    return this;
  }

  // Every name goes through a placeholder, since some are reserved words.
  private String name(String attribute) {
    names.put("#" + attribute, attribute);
    return "#" + attribute;
  }

  private String value(AttributeValue value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }
}
