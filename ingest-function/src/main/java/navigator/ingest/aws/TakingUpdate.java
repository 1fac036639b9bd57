package navigator.ingest.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.ingest.limit.Taking;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The write that takes a place, in each of its forms. */
final class TakingUpdate {

  private static final String HAS_PLACE =
      "(size(#pending) < :places OR attribute_exists(#pending.#request))";

  private final String table;
  private final Taking taking;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  TakingUpdate(String table, Taking taking) {
    this.table = table;
    this.taking = taking;
  }

  UpdateItemRequest toRequest() {
    names.putAll(
        Map.of(
            "#tat", Attribute.RATE_TAT,
            "#pending", Attribute.PENDING,
            "#expires", Attribute.EXPIRES_AT));
    values.put(":expires", number(taking.expiresAt().getEpochSecond()));
    String change = change() + ", #expires = :expires";
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Item.key(Keys.limits(taking.userId())))
        .updateExpression(change)
        .conditionExpression(condition())
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private String change() {
    return switch (taking.form()) {
      case FIRST -> {
        values.put(":tat", number(taking.tat()));
        values.put(":pending", AttributeValue.fromM(Map.of(taking.request().value(), submitted())));
        yield "SET #tat = :tat, #pending = :pending";
      }
      case IDLE -> {
        values.put(":tat", number(taking.tat()));
        yield "SET #tat = :tat, " + place();
      }
      case BUSY -> {
        values.put(":interval", number(taking.interval()));
        yield "SET #tat = #tat + :interval, " + place();
      }
    };
  }

  private String condition() {
    return switch (taking.form()) {
      case FIRST -> "attribute_not_exists(#tat)";
      case IDLE -> {
        values.put(":now", number(taking.now()));
        yield "#tat < :now AND " + HAS_PLACE;
      }
      case BUSY -> {
        values.put(":now", number(taking.now()));
        values.put(":latest", number(taking.latest()));
        yield "#tat BETWEEN :now AND :latest AND " + HAS_PLACE;
      }
    };
  }

  private String place() {
    names.put("#request", taking.request().value());
    values.put(":submitted", submitted());
    values.put(":places", number(taking.pending()));
    return "#pending.#request = :submitted";
  }

  private AttributeValue submitted() {
    return number(Instant.EPOCH.plus(taking.now(), ChronoUnit.MICROS).getEpochSecond());
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
