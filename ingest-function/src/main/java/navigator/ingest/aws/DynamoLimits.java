package navigator.ingest.aws;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import navigator.contracts.RequestId;
import navigator.contracts.Status;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Keys;
import navigator.ingest.limit.LimitsTable;
import navigator.ingest.limit.PermitWrite;
import navigator.ingest.limit.PermitWriteResult;
import navigator.ingest.limit.UserItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The items of users in the table. What takes longer than a moment is not waited for: it would be
 * let in, and its user has waited. Safe for use by many threads.
 */
final class DynamoLimits implements LimitsTable {

  private static final Logger LOG = LoggerFactory.getLogger(DynamoLimits.class);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoLimits(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public PermitWriteResult acquire(PermitWrite write) {
    UpdateItemRequest update =
        new PermitUpdate(table, write)
            .toRequest().toBuilder().overrideConfiguration(Clients.BRIEFLY).build();
    try {
      return new PermitWriteResult.Done(item(dynamo.updateItem(update).attributes()));
    } catch (ConditionalCheckFailedException e) {
      return new PermitWriteResult.Refused(e.hasItem() ? item(e.item()) : null);
    } catch (SdkException e) {
      unavailable(e);
      return new PermitWriteResult.Unreachable();
    }
  }

  @Override
  public Optional<Map<RequestId, Status>> statuses(Set<RequestId> requests) {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(requests.stream().map(id -> Item.key(Keys.request(id))).toList())
            .projectionExpression("#id, #status")
            .expressionAttributeNames(
                Map.of("#id", Attribute.REQUEST_ID, "#status", Attribute.STATUS))
            .build();
    try {
      BatchGetItemResponse found =
          dynamo.batchGetItem(
              get ->
                  get.requestItems(Map.of(table, wanted)).overrideConfiguration(Clients.BRIEFLY));
      return found.unprocessedKeys().isEmpty()
          ? Optional.of(statuses(found.responses().getOrDefault(table, List.of())))
          : Optional.empty();
    } catch (SdkException e) {
      unavailable(e);
      return Optional.empty();
    }
  }

  @Override
  public boolean release(String userId, Set<RequestId> requests) {
    Map<String, String> names = new HashMap<>();
    requests.forEach(id -> names.put("#r" + names.size(), id.value()));
    String permits =
        names.keySet().stream().map(name -> "#pending." + name).collect(Collectors.joining(", "));
    names.put("#pending", Attribute.PENDING);
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(Item.key(Keys.limits(userId)))
                  .updateExpression("REMOVE " + permits)
                  .conditionExpression("attribute_exists(#pending)")
                  .expressionAttributeNames(names)
                  .overrideConfiguration(Clients.BRIEFLY));
      return true;
    } catch (ConditionalCheckFailedException _) {
      // The item is gone, and the permits with it.
      return true;
    } catch (SdkException e) {
      unavailable(e);
      return false;
    }
  }

  private static UserItem item(Map<String, AttributeValue> item) {
    return new UserItem(
        Long.parseLong(requireNonNull(item.get(Attribute.RATE_TAT)).n()),
        requireNonNull(item.get(Attribute.PENDING)).m().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> new RequestId(entry.getKey()),
                    entry -> Instant.ofEpochSecond(Long.parseLong(entry.getValue().n())))));
  }

  private static Map<RequestId, Status> statuses(List<Map<String, AttributeValue>> requests) {
    return requests.stream()
        .collect(
            Collectors.toMap(
                request -> new RequestId(requireNonNull(request.get(Attribute.REQUEST_ID)).s()),
                request -> Status.ofWireName(requireNonNull(request.get(Attribute.STATUS)).s())));
  }

  private static void unavailable(SdkException e) {
    if (!Cancellations.isTransient(e)) {
      throw e;
    }
    LOG.atWarn().setCause(e).log("limits.unavailable");
  }
}
