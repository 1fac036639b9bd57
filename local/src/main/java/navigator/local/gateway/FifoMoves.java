package navigator.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import navigator.local.iam.Principal;
import navigator.local.loopback.Body;
import navigator.local.loopback.Call;
import navigator.local.loopback.Reply;
import org.eclipse.jetty.http.HttpFields;

/**
 * Moves the messages of FIFO queues as SQS does, in their groups and in their order: ElasticMQ says
 * at once that such a move is over, and moves nothing. One move of a queue runs at a time. Safe for
 * use by many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">StartMessageMoveTask</a>
 */
public final class FifoMoves implements Upstream {

  private static final AwsJson JSON = new AwsJson("1.0", "AmazonSQS");
  private static final String FIFO = ".fifo";
  private static final int BATCH = 10;

  private final Upstream elasticMq;
  private final InstantSource clock;
  private final Map<String, Task> latest = new ConcurrentHashMap<>();

  /** Adds what ElasticMQ lacks. */
  public FifoMoves(Upstream elasticMq, InstantSource clock) {
    this.elasticMq = elasticMq;
    this.clock = clock;
  }

  /** A move, as far as it is. */
  private static final class Task {

    private final String handle = UUID.randomUUID().toString();
    private final String source;
    private final String destination;
    private final long toMove;
    private final Instant startedAt;
    private final AtomicLong moved = new AtomicLong();
    private volatile String status = "RUNNING";
    private volatile String failure = "";

    Task(String source, String destination, long toMove, Instant startedAt) {
      this.source = source;
      this.destination = destination;
      this.toMove = toMove;
      this.startedAt = startedAt;
    }

    boolean isRunning() {
      return status.equals("RUNNING");
    }

    ObjectNode json() {
      var json =
          JsonNodeFactory.instance
              .objectNode()
              .put("Status", status)
              .put("SourceArn", source)
              .put("DestinationArn", destination)
              .put("ApproximateNumberOfMessagesMoved", moved.get())
              .put("ApproximateNumberOfMessagesToMove", toMove)
              .put("StartedTimestamp", startedAt.toEpochMilli());
      if (isRunning()) {
        json.put("TaskHandle", handle);
      }
      return failure.isEmpty() ? json : json.put("FailureReason", failure);
    }
  }

  @Override
  public Reply send(Call call, String operation, Principal caller)
      throws IOException, InterruptedException {
    var input = AwsJson.input(call.body());
    var source = input.path("SourceArn").asText();
    if (!source.endsWith(FIFO)) {
      return elasticMq.send(call, operation, caller);
    }
    return switch (operation) {
      case "StartMessageMoveTask" -> start(source, input.path("DestinationArn").asText(), caller);
      case "ListMessageMoveTasks" -> list(source);
      default -> elasticMq.send(call, operation, caller);
    };
  }

  private Reply start(String source, String destination, Principal caller)
      throws IOException, InterruptedException {
    if (!destination.endsWith(FIFO)) {
      return JSON.error(
          400,
          "InvalidParameterValue",
          "A FIFO queue's messages move to a FIFO queue that is named");
    }
    var task = new Task(source, destination, waiting(source, caller), clock.instant());
    var before = latest.compute(source, (_, old) -> old != null && old.isRunning() ? old : task);
    if (before != task) {
      return JSON.error(400, "UnsupportedOperation", "A move of that queue is running already");
    }
    Thread.ofVirtual().name("move").start(() -> move(task, caller));
    return JSON.reply(200, JsonNodeFactory.instance.objectNode().put("TaskHandle", task.handle));
  }

  private Reply list(String source) {
    var results = JsonNodeFactory.instance.objectNode();
    var entries = results.putArray("Results");
    var task = latest.get(source);
    if (task != null) {
      entries.add(task.json());
    }
    return JSON.reply(200, results);
  }

  private long waiting(String source, Principal caller) throws IOException, InterruptedException {
    var input = onQueue(source);
    input.putArray("AttributeNames").add("ApproximateNumberOfMessages");
    return ask("GetQueueAttributes", input, caller)
        .path("Attributes")
        .path("ApproximateNumberOfMessages")
        .asLong();
  }

  private void move(Task task, Principal caller) {
    try {
      var more = true;
      while (more && task.moved.get() < task.toMove) {
        var messages = receive(task, caller);
        for (var message : messages) {
          move(message, task, caller);
        }
        more = !messages.isEmpty();
      }
      task.status = "COMPLETED";
    } catch (IOException | InterruptedException e) {
      task.failure = "The queues cannot be reached";
      task.status = "FAILED";
    }
  }

  private JsonNode receive(Task task, Principal caller) throws IOException, InterruptedException {
    var input =
        onQueue(task.source)
            .put("MaxNumberOfMessages", Math.min(BATCH, task.toMove - task.moved.get()))
            .put("VisibilityTimeout", 30);
    input.putArray("AttributeNames").add("All");
    input.putArray("MessageAttributeNames").add("All");
    return ask("ReceiveMessage", input, caller).path("Messages");
  }

  private void move(JsonNode message, Task task, Principal caller)
      throws IOException, InterruptedException {
    var input =
        onQueue(task.destination)
            .put("MessageBody", message.path("Body").asText())
            .put("MessageGroupId", message.at("/Attributes/MessageGroupId").asText())
            // Its own may be remembered by the queue that it was in before.
            .put("MessageDeduplicationId", UUID.randomUUID().toString());
    if (message.has("MessageAttributes")) {
      input.set("MessageAttributes", message.get("MessageAttributes"));
    }
    ask("SendMessage", input, caller);
    ask(
        "DeleteMessage",
        onQueue(task.source).put("ReceiptHandle", message.path("ReceiptHandle").asText()),
        caller);
    task.moved.incrementAndGet();
  }

  /** ElasticMQ knows a queue by the last part of its URL. */
  private static ObjectNode onQueue(String arn) {
    var parts = arn.split(":", -1);
    return JsonNodeFactory.instance
        .objectNode()
        .put(
            "QueueUrl",
            "http://localhost/" + parts[parts.length - 2] + "/" + parts[parts.length - 1]);
  }

  private JsonNode ask(String operation, ObjectNode input, Principal caller)
      throws IOException, InterruptedException {
    var headers =
        HttpFields.build()
            .add("X-Amz-Target", "AmazonSQS." + operation)
            .add("Content-Type", "application/x-amz-json-1.0");
    var call =
        new Call("POST", "/", "", headers, Body.of(input.toString()), "HTTP/1.1", "127.0.0.1");
    var reply = elasticMq.send(call, operation, caller);
    if (reply.status() != 200) {
      throw new IOException(operation + " got status " + reply.status());
    }
    return AwsJson.input(reply.body());
  }
}
