package navigator.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import navigator.local.iam.Principal;
import navigator.local.loopback.Body;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;

/**
 * Makes deleting a message twice a success, as it is in SQS and is not in ElasticMQ. A receipt
 * handle that was never given out stays an error in both.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html">DeleteMessage</a>
 */
public final class RepeatedDeletes implements Upstream {

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** The form of ElasticMQ's receipt handles: the message's id and the delivery's. */
  private static final Pattern HANDLE = Pattern.compile(UUID + "#" + UUID);

  private static final String INVALID = "ReceiptHandleIsInvalid";

  private final Upstream elasticMq;

  /** Corrects the answers of ElasticMQ. */
  public RepeatedDeletes(Upstream elasticMq) {
    this.elasticMq = elasticMq;
  }

  @Override
  public Reply send(Call call, String operation, Principal caller)
      throws IOException, InterruptedException {
    var reply = elasticMq.send(call, operation, caller);
    return switch (operation) {
      case "DeleteMessage" -> single(call, reply);
      case "DeleteMessageBatch" -> batch(call, reply);
      default -> reply;
    };
  }

  private static Reply single(Call call, Reply reply) {
    var repeated =
        reply.status() == 400
            && reply.body().text().contains(INVALID)
            && wasGivenOut(AwsJson.input(call.body()));
    return repeated ? new Reply(200, reply.headers(), Body.of("{}")) : reply;
  }

  private static Reply batch(Call call, Reply reply) {
    if (!reply.body().text().contains(INVALID)
        || !(AwsJson.input(reply.body()) instanceof ObjectNode output)) {
      return reply;
    }
    var successful = output.withArray("/Successful");
    var failed = output.withArray("/Failed");
    moveRepeated(failed, successful, givenOut(AwsJson.input(call.body())));
    return new Reply(reply.status(), reply.headers(), Body.of(output.toString()));
  }

  private static void moveRepeated(ArrayNode failed, ArrayNode successful, Set<String> givenOut) {
    failed
        .valueStream()
        .filter(entry -> INVALID.equals(entry.path("Code").asText()))
        .map(entry -> entry.path("Id").asText())
        .filter(givenOut::contains)
        .forEach(id -> successful.addObject().put("Id", id));
    failed.removeIf(
        entry ->
            INVALID.equals(entry.path("Code").asText())
                && givenOut.contains(entry.path("Id").asText()));
  }

  /** The ids of the entries whose handles ElasticMQ once gave out. */
  private static Set<String> givenOut(JsonNode input) {
    var ids = new HashSet<String>();
    input
        .path("Entries")
        .valueStream()
        .filter(RepeatedDeletes::wasGivenOut)
        .forEach(entry -> ids.add(entry.path("Id").asText()));
    return ids;
  }

  private static boolean wasGivenOut(JsonNode entry) {
    return HANDLE.matcher(entry.path("ReceiptHandle").asText()).matches();
  }
}
