package navigator.inference.aws;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import navigator.contracts.table.Key;
import navigator.inference.quota.QuotaChange;
import navigator.inference.quota.QuotaField;
import navigator.inference.quota.QuotaState;
import navigator.inference.quota.QuotaTable;
import navigator.inference.quota.QuotaWriting;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A quota's item in the table. Safe for use by many threads. */
final class QuotaItem implements QuotaTable {

  private final DynamoDbClient dynamo;
  private final String table;
  private final Key key;

  /**
   * The item at {@code key}.
   *
   * @param dynamo a client that never retries: a slot that was taken twice is lost
   */
  QuotaItem(DynamoDbClient dynamo, String table, Key key) {
    this.dynamo = dynamo;
    this.table = table;
    this.key = key;
  }

  @Override
  public QuotaWriting write(QuotaChange change) {
    try {
      return new QuotaWriting.Written(state(dynamo.updateItem(update(change)).attributes()));
    } catch (ConditionalCheckFailedException e) {
      return new QuotaWriting.Refused(e.hasItem() ? state(e.item()) : null);
    } catch (SdkException _) {
      return new QuotaWriting.Unreachable();
    }
  }

  @Override
  public Optional<QuotaState> read() {
    try {
      Map<String, AttributeValue> item =
          dynamo
              .getItem(get -> get.tableName(table).key(Item.key(key)).consistentRead(true))
              .item();
      return item.isEmpty() ? Optional.empty() : Optional.of(state(item));
    } catch (SdkException _) {
      return Optional.empty();
    }
  }

  private UpdateItemRequest update(QuotaChange change) {
    Placeholders placeholders = new Placeholders(new HashMap<>(), new HashMap<>());
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Item.key(key))
        .updateExpression(
            clause("SET ", " = ", change.sets(), placeholders)
                + clause(" ADD ", " ", change.adds(), placeholders))
        .conditionExpression(condition(change, placeholders))
        .expressionAttributeNames(placeholders.names())
        .expressionAttributeValues(placeholders.values())
        .returnValues(ReturnValue.ALL_NEW)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private static String clause(
      String verb, String between, Map<QuotaField, Long> fields, Placeholders placeholders) {
    return fields.isEmpty()
        ? ""
        : fields.entrySet().stream()
            .map(
                entry ->
                    placeholders.name(entry.getKey())
                        + between
                        + placeholders.value(entry.getValue()))
            .collect(Collectors.joining(", ", verb, ""));
  }

  // A field that was never written counts as 0, here as in the core.
  private static String condition(QuotaChange change, Placeholders placeholders) {
    String episode = placeholders.name(QuotaField.EPISODE);
    if (change.ifAbsent()) {
      return "attribute_not_exists(" + episode + ")";
    }
    return Stream.concat(
            Stream.of("attribute_exists(" + episode + ")"),
            change.conditions().stream().map(condition -> between(condition, placeholders)))
        .collect(Collectors.joining(" AND "));
  }

  private static String between(QuotaChange.Condition condition, Placeholders placeholders) {
    String name = placeholders.name(condition.field());
    String least = placeholders.value(condition.least());
    String most = placeholders.value(condition.most());
    String within = name + " BETWEEN " + least + " AND " + most;
    return condition.least() <= 0 && condition.most() >= 0
        ? "(attribute_not_exists(" + name + ") OR " + within + ")"
        : within;
  }

  private static QuotaState state(Map<String, AttributeValue> item) {
    Map<QuotaField, Long> fields = new EnumMap<>(QuotaField.class);
    for (QuotaField field : QuotaField.values()) {
      @Nullable AttributeValue value = item.get(field.attribute());
      if (value != null) {
        fields.put(field, Long.valueOf(value.n()));
      }
    }
    return new QuotaState(fields);
  }

  private record Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {

    String name(QuotaField field) {
      names.put("#" + field.attribute(), field.attribute());
      return "#" + field.attribute();
    }

    String value(long number) {
      String placeholder = ":v" + values.size();
      values.put(placeholder, AttributeValue.fromN(Long.toString(number)));
      return placeholder;
    }
  }
}
