package navigator.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.local.iam.Permission;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/**
 * DynamoDB's requests. Transactions and batches need the actions of their parts.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html">IAM
 *     with transactions</a>
 */
final class DynamoDbApi implements ServiceApi {

  private static final AwsJson JSON = new AwsJson("1.0", "DynamoDB_20120810");

  private final ResourceNames names;

  DynamoDbApi(ResourceNames names) {
    this.names = names;
  }

  @Override
  public Reading read(Call call) {
    var operation = JSON.operation(call).orElse("");
    var input = AwsJson.input(call.body());
    return needed(operation, input)
        .<Reading>map(needed -> new Reading.Understood(operation, needed.distinct().toList()))
        .orElseGet(() -> new Reading.Unsupported(operation));
  }

  private Optional<Stream<Permission>> needed(String operation, JsonNode input) {
    return switch (operation) {
      case "GetItem",
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "DescribeTable",
          "DescribeTimeToLive" ->
          Optional.of(Stream.of(onTable(operation, input)));
      case "ListTables" -> Optional.of(Stream.of(permission(operation, names.table("*"))));
      case "Query", "Scan" -> Optional.of(Stream.of(onTableOrIndex(operation, input)));
      case "BatchGetItem", "BatchWriteItem" -> Optional.of(onEachTable(operation, input));
      case "TransactGetItems", "TransactWriteItems" -> Optional.of(onEachItem(input));
      default -> Optional.empty();
    };
  }

  private Permission onTable(String action, JsonNode input) {
    return permission(action, names.table(input.path("TableName").asText()));
  }

  private Permission onTableOrIndex(String action, JsonNode input) {
    return input.hasNonNull("IndexName")
        ? permission(
            action, names.index(input.path("TableName").asText(), input.path("IndexName").asText()))
        : onTable(action, input);
  }

  private Stream<Permission> onEachTable(String action, JsonNode input) {
    return input
        .path("RequestItems")
        .propertyStream()
        .map(entry -> permission(action, names.table(entry.getKey())));
  }

  private Stream<Permission> onEachItem(JsonNode input) {
    return input
        .path("TransactItems")
        .valueStream()
        .flatMap(JsonNode::propertyStream)
        .map(item -> onTable(itemAction(item.getKey()), item.getValue()));
  }

  private static String itemAction(String member) {
    return switch (member) {
      case "Get" -> "GetItem";
      case "Put" -> "PutItem";
      case "Update" -> "UpdateItem";
      case "Delete" -> "DeleteItem";
      default -> "ConditionCheckItem";
    };
  }

  private static Permission permission(String action, String resource) {
    return new Permission("dynamodb:" + action, resource);
  }

  @Override
  public Reply error(int status, String code, String message) {
    return JSON.error(status, code, message);
  }

  @Override
  public Reply unknownKey() {
    return error(
        400,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  @Override
  public Reply denied(String message) {
    return error(400, "AccessDeniedException", message);
  }
}
