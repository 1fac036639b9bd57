package navigator.ingest.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.ingest.limit.PermitWrite;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The write that acquires a permit, in each of its forms. */
final class PermitUpdate {

  private static final String HAS_PERMIT =
      "(size(#pending) < :permits OR attribute_exists(#pending.#request))";

  private final String table;
  private final PermitWrite write;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  PermitUpdate(String table, PermitWrite write) {
    this.table = table;
    this.write = write;
  }

  UpdateItemRequest toRequest() {
    names.putAll(
        Map.of(
            "#tat", Attribute.RATE_TAT,
            "#pending", Attribute.PENDING,
            "#expires", Attribute.EXPIRES_AT));
    values.put(":expires", number(write.expiresAt().getEpochSecond()));
    String change = change() + ", #expires = :expires";
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Item.key(Keys.limits(write.userId())))
        .updateExpression(change)
        .conditionExpression(condition())
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private String change() {
    return switch (write.form()) {
      case FIRST -> {
        values.put(":tat", number(write.tat()));
        values.put(":pending", AttributeValue.fromM(Map.of(write.request().value(), submitted())));
        yield "SET #tat = :tat, #pending = :pending";
      }
      case IDLE -> {
        values.put(":tat", number(write.tat()));
        yield "SET #tat = :tat, " + permit();
      }
      case BUSY -> {
        values.put(":interval", number(write.interval()));
        yield "SET #tat = #tat + :interval, " + permit();
      }
    };
  }

  private String condition() {
    return switch (write.form()) {
      case FIRST -> "attribute_not_exists(#tat)";
      case IDLE -> {
        values.put(":now", number(write.now()));
        yield "#tat < :now AND " + HAS_PERMIT;
      }
      case BUSY -> {
        values.put(":now", number(write.now()));
        values.put(":latest", number(write.latest()));
        yield "#tat BETWEEN :now AND :latest AND " + HAS_PERMIT;
      }
    };
  }

  private String permit() {
    names.put("#request", write.request().value());
    values.put(":submitted", submitted());
    values.put(":permits", number(write.pending()));
    return "#pending.#request = :submitted";
  }

  private AttributeValue submitted() {
    return number(Instant.EPOCH.plus(write.now(), ChronoUnit.MICROS).getEpochSecond());
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
