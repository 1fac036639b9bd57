package navigator.bench.stack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import navigator.bench.measure.Counts;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.table.Attribute;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.wire.Wire;
import navigator.local.InvokeResult;
import navigator.local.lambda.LocalLambda;
import navigator.local.topology.LambdaFunction;
import navigator.local.topology.SqsQueue;
import navigator.local.topology.Topology;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A cell that runs: fills it, and counts what became of it. Safe for use by many threads. */
public final class CellClient implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration START = Duration.ofMinutes(2);

  private final Cell cell;
  private final CellTopology.Places places;
  private final List<LambdaFunction> workers;
  private final LocalLambda functions;
  private final Traffic traffic;
  private final FaultCount faults;
  private final DynamoDbClient dynamo;
  private final SqsClient sqs;
  private final Seeding seeding;
  private final Map<String, AttributeValue> quotaKey;
  private final String requestsUrl;
  private final String deadLettersUrl;

  CellClient(
      Cell cell,
      CellTopology.Places places,
      Topology topology,
      LocalLambda functions,
      Traffic traffic,
      FaultCount faults,
      BenchStack.Backend backend) {
    this.cell = cell;
    this.places = places;
    this.functions = functions;
    this.traffic = traffic;
    this.faults = faults;
    this.workers =
        topology.mappings().stream()
            .filter(mapping -> mapping.queueArn().equals(places.requests().arn()))
            .map(mapping -> topology.function(mapping.functionArn()))
            .toList();
    // The services behind the gateway know no callers.
    var anybody = StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench"));
    var region = Region.of(backend.region());
    this.dynamo =
        DynamoDbClient.builder()
            .endpointOverride(backend.dynamoDb())
            .region(region)
            .credentialsProvider(anybody)
            .build();
    this.sqs =
        SqsClient.builder()
            .endpointOverride(backend.sqs())
            .region(region)
            .credentialsProvider(anybody)
            .build();
    this.seeding = new Seeding(dynamo, sqs);
    Key key = Keys.quota(backend.region(), cell.model());
    this.quotaKey =
        Map.of(
            Attribute.PK, AttributeValue.fromS(key.partition()),
            Attribute.SK, AttributeValue.fromS(key.sort()));
    this.requestsUrl = url(places.requests(), topology, backend);
    this.deadLettersUrl = url(places.deadLetters(), topology, backend);
  }

  private static String url(SqsQueue queue, Topology topology, BenchStack.Backend backend) {
    return backend.sqs() + "/" + topology.account() + "/" + queue.name();
  }

  /** The cell. */
  public Cell cell() {
    return cell;
  }

  /**
   * Starts every environment, and lets each of them work on requests that nobody stored, which it
   * drops: what a request needs is loaded then, and no model was called.
   *
   * @param strangers as a batch of the worker
   * @param rounds for each environment
   * @throws IllegalStateException if an environment does not start
   */
  public void warm(List<ChatRequest> strangers, int rounds) throws InterruptedException {
    String event = event(strangers);
    invokeAll(event, 1);
    // The first ones may have served all: the others are on their way.
    long end = System.nanoTime() + START.toNanos();
    while (running() < cell.environments()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(cell.name() + " does not start all of its environments");
      }
      Thread.sleep(LOOK);
    }
    invokeAll(event, rounds);
  }

  private void invokeAll(String event, int rounds) throws InterruptedException {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<InvokeResult>> invocations = new ArrayList<>();
      for (int i = 0; i < workers.size(); i++) {
        LambdaFunction worker = workers.get(i);
        for (int n = 0; n < rounds * cell.fleets().get(i).environments(); n++) {
          invocations.add(all.submit(() -> invoke(worker, event)));
        }
      }
      for (Future<InvokeResult> invocation : invocations) {
        require(invocation);
      }
    }
  }

  // More at once than may run are throttled: they wait for their turn.
  private InvokeResult invoke(LambdaFunction worker, String event) throws InterruptedException {
    InvokeResult result = functions.invoke(worker.arn(), event);
    while (result instanceof InvokeResult.Throttled) {
      Thread.sleep(LOOK);
      result = functions.invoke(worker.arn(), event);
    }
    return result;
  }

  private void require(Future<InvokeResult> invocation) throws InterruptedException {
    try {
      if (invocation.get() instanceof InvokeResult.Failed(String type, String message)) {
        throw new IllegalStateException(cell.name() + " does not run: " + type + ": " + message);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(cell.name() + " does not run", e.getCause());
    }
  }

  private String event(List<ChatRequest> strangers) {
    ObjectNode event = JSON.createObjectNode();
    var records = event.putArray("Records");
    for (ChatRequest stranger : strangers) {
      String id = stranger.requestId().value();
      ObjectNode message = records.addObject();
      message.put("messageId", id).put("receiptHandle", id + "#" + id);
      message.put("body", Wire.write(stranger));
      message
          .putObject("attributes")
          .put("MessageGroupId", stranger.conversationId().value())
          .put("MessageDeduplicationId", stranger.deduplicationId())
          .put("ApproximateReceiveCount", "1");
      message.putObject("messageAttributes");
      message.put("eventSource", "aws:sqs").put("eventSourceARN", places.requests().arn());
    }
    return event.toString();
  }

  /** How many processes run for it. */
  public int running() {
    return (int)
        functions.environments().stream()
            .filter(each -> workers.stream().anyMatch(w -> w.name().equals(each.functionName())))
            .count();
  }

  /** Puts requests into the table, queued. */
  public void store(List<ChatRequest> requests) {
    seeding.store(places.table().name(), requests);
  }

  /** Puts requests that are stored on the queue, in their order. */
  public void send(List<ChatRequest> requests) {
    for (int from = 0; from < requests.size(); from += Seeding.MESSAGES) {
      int to = Math.min(requests.size(), from + Seeding.MESSAGES);
      seeding.send(requestsUrl, requests.subList(from, to));
    }
  }

  /** The messages that are in the queue, or with a worker. */
  public int pending() {
    return messages(requestsUrl);
  }

  private int messages(String url) {
    Map<QueueAttributeName, String> attributes =
        sqs.getQueueAttributes(
                get ->
                    get.queueUrl(url)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
            .attributes();
    return attributes.values().stream().mapToInt(Integer::parseInt).sum();
  }

  /** The item of the quota that the cell's workers share, without its key; empty: there is none. */
  public Map<String, Long> quota() {
    var item =
        dynamo
            .getItem(get -> get.tableName(places.table().name()).key(quotaKey).consistentRead(true))
            .item();
    Map<String, Long> numbers = new HashMap<>();
    item.forEach(
        (name, value) -> {
          if (value.n() != null) {
            numbers.put(name, Long.valueOf(value.n()));
          }
        });
    return numbers;
  }

  /** What queues and table count now. */
  public Counts counts() {
    return new Counts(
        answered(),
        messages(deadLettersUrl),
        workers.stream().mapToInt(worker -> traffic.receives(worker.arn())).sum(),
        workers.stream().mapToInt(worker -> traffic.quotaWrites(worker.role().name())).sum(),
        workers.stream().mapToInt(worker -> faults.of(worker.name())).sum());
  }

  private int answered() {
    ScanRequest scan =
        ScanRequest.builder()
            .tableName(places.table().name())
            .select(Select.COUNT)
            .consistentRead(true)
            .filterExpression("begins_with(#sk, :outcome) AND #kind = :answered")
            .expressionAttributeNames(Map.of("#sk", Attribute.SK, "#kind", Attribute.KIND))
            .expressionAttributeValues(
                Map.of(
                    ":outcome", AttributeValue.fromS("OUTCOME#"),
                    ":answered", AttributeValue.fromS(Attribute.ANSWERED)))
            .build();
    return dynamo.scanPaginator(scan).stream().mapToInt(page -> page.count()).sum();
  }

  @Override
  public void close() {
    dynamo.close();
    sqs.close();
  }
}
