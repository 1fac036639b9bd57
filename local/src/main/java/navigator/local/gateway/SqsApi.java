package navigator.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import navigator.local.iam.Permission;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/**
 * SQS's requests in the AWS JSON protocol. Batches need the action of the single call.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html">Amazon
 *     SQS API permissions</a>
 */
final class SqsApi implements ServiceApi {

  private static final AwsJson JSON = new AwsJson("1.0", "AmazonSQS");

  private final ResourceNames names;

  SqsApi(ResourceNames names) {
    this.names = names;
  }

  @Override
  public Reading read(Call call) {
    var operation = JSON.operation(call).orElse("");
    if (operation.equals("StartMessageMoveTask")) {
      return new Reading.Understood(operation, toMove(AwsJson.input(call.body())).toList());
    }
    return action(operation)
        .<Reading>map(
            action -> {
              var resource = resource(operation, AwsJson.input(call.body()));
              return new Reading.Understood(
                  operation, List.of(new Permission("sqs:" + action, resource)));
            })
        .orElseGet(() -> new Reading.Unsupported(operation));
  }

  /** A move receives, deletes and sends as whoever starts it. */
  private Stream<Permission> toMove(JsonNode input) {
    var source = input.path("SourceArn").asText();
    var moving =
        Stream.of("StartMessageMoveTask", "ReceiveMessage", "DeleteMessage", "GetQueueAttributes")
            .map(action -> new Permission("sqs:" + action, source));
    var destination = input.path("DestinationArn").asText(names.queue("*"));
    return Stream.concat(moving, Stream.of(new Permission("sqs:SendMessage", destination)));
  }

  private static Optional<String> action(String operation) {
    return switch (operation) {
      case "SendMessage",
          "ReceiveMessage",
          "DeleteMessage",
          "ChangeMessageVisibility",
          "GetQueueUrl",
          "GetQueueAttributes",
          "ListMessageMoveTasks",
          "ListQueues",
          "PurgeQueue" ->
          Optional.of(operation);
      case "SendMessageBatch", "DeleteMessageBatch", "ChangeMessageVisibilityBatch" ->
          Optional.of(operation.substring(0, operation.length() - "Batch".length()));
      default -> Optional.empty();
    };
  }

  private String resource(String operation, JsonNode input) {
    return switch (operation) {
      case "ListMessageMoveTasks" -> input.path("SourceArn").asText();
      case "ListQueues" -> names.queue("*");
      case "GetQueueUrl" -> names.queue(input.path("QueueName").asText());
      default -> names.queue(input.path("QueueUrl").asText());
    };
  }

  /**
   * The code stands in a header too: SDKs read it from there, as SQS once spoke another protocol.
   */
  @Override
  public Reply error(int status, String code, String message) {
    var fault = status < 500 ? "Sender" : "Receiver";
    return JSON.error(status, code, message).with("x-amzn-query-error", code + ";" + fault);
  }

  @Override
  public Reply unknownKey() {
    return error(
        403, "InvalidClientTokenId", "The security token included in the request is invalid.");
  }

  @Override
  public Reply denied(String message) {
    return error(403, "AccessDenied", message);
  }
}
