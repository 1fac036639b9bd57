package navigator.local.lambda;

import static navigator.local.lambda.FixtureStack.function;
import static navigator.local.lambda.FixtureStack.functionArn;
import static navigator.local.lambda.FixtureStack.queueArn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import navigator.local.Credentials;
import navigator.local.TimeScale;
import navigator.local.journal.Backlogs;
import navigator.local.lambda.fixture.BatchHandler;
import navigator.local.lambda.fixture.EventHandler;
import navigator.local.topology.AsyncInvokes;
import navigator.local.topology.QueueMapping;
import navigator.local.topology.Schedule;
import navigator.local.topology.SqsQueue;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

final class QueueMappingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path directory;
  private final RecordedLog log = new RecordedLog();
  private SQSRestServer server;
  private URI gateway;
  private SqsClient sqs;
  private @Nullable LocalLambda lambda;

  @BeforeEach
  void startQueues() {
    server =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(FixtureStack.REGION)
            .start();
    var port = server.waitUntilStarted().localAddress().getPort();
    gateway = URI.create("http://127.0.0.1:" + port);
    sqs =
        SqsClient.builder()
            .endpointOverride(gateway)
            .region(Region.of(FixtureStack.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build();
  }

  @AfterEach
  void close() {
    if (lambda != null) {
      lambda.close();
    }
    sqs.close();
    server.stopAndWait();
  }

  private SqsQueue queue(String name, int visibilitySeconds) {
    var fifo = name.endsWith(".fifo");
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(visibilitySeconds));
    if (fifo) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
      attributes.put(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true");
    }
    var url = sqs.createQueue(request -> request.queueName(name).attributes(attributes)).queueUrl();
    return new SqsQueue(
        name,
        queueArn(name),
        url,
        fifo,
        fifo,
        fifo,
        Duration.ofSeconds(visibilitySeconds),
        Duration.ofDays(4),
        Optional.empty());
  }

  private FixtureStack stack() throws IOException {
    return new FixtureStack(FixtureArchive.write(directory));
  }

  private LocalLambda start(FixtureStack stack, double timeScale)
      throws IOException, InterruptedException {
    var settings =
        LambdaSettings.of(gateway, directory.resolve("lambda"), new TimeScale(timeScale));
    lambda =
        LocalLambda.of(
            stack.topology(),
            settings,
            role -> new Credentials("AKIA" + role.name(), "secret", "token"),
            log,
            Backlogs.IN_MEMORY);
    // A batch that waits for a process to start may outlast its visibility.
    lambda.prewarm(name -> {});
    lambda.startEventSources();
    return lambda;
  }

  private static QueueMapping mapping(SqsQueue queue, boolean reportFailures) {
    return new QueueMapping(
        functionArn("batches") + ":live",
        queue.arn(),
        10,
        Duration.ZERO,
        OptionalInt.of(2),
        reportFailures);
  }

  private void send(SqsQueue queue, String group, String... bodies) {
    for (var body : bodies) {
      sqs.sendMessage(
          request ->
              request
                  .queueUrl(queue.url())
                  .messageBody(body)
                  .messageGroupId(group)
                  .messageAttributes(
                      Map.of(
                          "request_id",
                          MessageAttributeValue.builder()
                              .dataType("String")
                              .stringValue("id of " + body)
                              .build())));
    }
  }

  private void awaitEmpty(SqsQueue queue) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        sqs.getQueueAttributes(
                                request ->
                                    request
                                        .queueUrl(queue.url())
                                        .attributeNames(QueueAttributeName.ALL))
                            .attributes())
                    .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")
                    .containsEntry(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0"));
  }

  @Test
  void aRecordCarriesWhatLambdaPutsIntoIt() throws Exception {
    var queue = queue("requests.fifo", 30);
    send(queue, "conversation", "hello");
    start(
        stack()
            .with(function("batches").handler(BatchHandler.class))
            .with(queue)
            .with(mapping(queue, true)),
        1);

    awaitEmpty(queue);

    assertThat(lines("batches: record ", 1))
        .singleElement()
        .asString()
        .contains("body=hello", "messageId=", "receiptHandle=", "md5OfBody=5d41402abc4b2a76b9719d9")
        .contains("MessageGroupId=conversation", "SequenceNumber=", "ApproximateReceiveCount=1")
        .contains("request_id={stringValue=id of hello, stringListValues=[]")
        .contains("dataType=String", "eventSource=aws:sqs", "eventSourceARN=" + queue.arn())
        .contains("awsRegion=us-west-2");
  }

  @Test
  void onlyTheMessagesThatFailedComeAgain() throws Exception {
    var queue = queue("requests.fifo", 5);
    send(queue, "a", "first");
    send(queue, "b", "fail once");
    send(queue, "c", "third");
    start(
        stack()
            .with(function("batches").handler(BatchHandler.class))
            .with(queue)
            .with(mapping(queue, true)),
        1);

    awaitEmpty(queue);

    assertThat(lines("batches: batch ", 2))
        .containsExactly("[first, fail once, third]", "[fail once]");
  }

  @Test
  void aThrownExceptionKeepsTheWholeBatch() throws Exception {
    var queue = queue("requests", 1);
    send(queue, "a", "throw");
    start(
        stack()
            .with(function("batches").handler(BatchHandler.class))
            .with(queue)
            .with(mapping(queue, false)),
        1);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(log.after("batches: batch ")).startsWith("[throw]", "[throw]"));
  }

  @Test
  void aGroupsMessagesAreHandedOverInTheirOrder() throws Exception {
    var queue = queue("requests.fifo", 30);
    var bodies = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    send(queue, "a", bodies.toArray(String[]::new));
    start(
        stack()
            .with(function("batches").handler(BatchHandler.class))
            .with(queue)
            .with(mapping(queue, true)),
        1);

    awaitEmpty(queue);

    assertThat(lines("batches: record ", bodies.size()).stream().map(QueueMappingIT::body))
        .containsExactlyElementsOf(bodies);
  }

  // They may come after the queue is empty.
  private List<String> lines(String beginning, int count) {
    return await()
        .atMost(PATIENCE)
        .until(() -> log.after(beginning), lines -> lines.size() >= count);
  }

  private static String body(String record) {
    return record.replaceFirst(".*[{ ]body=([^,]*),.*", "$1");
  }

  @Test
  void noMoreBatchesAreAtWorkThanTheMappingsMaximumConcurrency() throws Exception {
    var queue = queue("requests", 30);
    for (var message = 0; message < 6; message++) {
      send(queue, "any", "hold " + directory);
    }
    var oneByOne =
        new QueueMapping(
            functionArn("batches"), queue.arn(), 1, Duration.ZERO, OptionalInt.of(2), true);
    var started =
        start(
            stack()
                .with(function("batches").handler(BatchHandler.class))
                .with(queue)
                .with(oneByOne),
            1);
    await().atMost(PATIENCE).until(() -> held() == 2);

    Files.createFile(directory.resolve("release"));
    awaitEmpty(queue);

    assertThat(held()).isEqualTo(6);
    assertThat(started.environments()).hasSize(2);
  }

  private long held() throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().startsWith("held")).count();
    }
  }

  @Test
  void anAsyncEventIsRetriedAndThenHandedToTheDestination() throws Exception {
    var queue = queue("failed", 30);
    var spec =
        function("commands")
            .asyncInvokes(new AsyncInvokes(2, Duration.ofHours(1), Optional.of(queue.arn())));
    var started = start(stack().with(spec).with(queue), 600);

    started.invokeAsync(functionArn("commands") + ":live", "{\"command\":\"print-and-throw\"}");

    var record =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    sqs.receiveMessage(request -> request.queueUrl(queue.url()).waitTimeSeconds(1))
                        .messages(),
                messages -> !messages.isEmpty())
            .getFirst()
            .body();
    assertThat(record)
        .contains("\"condition\":\"RetriesExhausted\"", "\"approximateInvokeCount\":3")
        .contains("\"functionArn\":\"" + functionArn("commands") + ":live\"")
        .contains("\"requestPayload\":{\"command\":\"print-and-throw\"}")
        .contains("\"responsePayload\":{\"errorMessage\":\"unknown command\"");
    await().atMost(PATIENCE).until(() -> started.unfinishedAsyncEvents() == 0);
  }

  @Test
  void aScheduleFiresAgainAndAgainFasterByTheTimeScale() throws Exception {
    var schedule =
        new Schedule(
            "every-minute",
            "arn:aws:events:us-west-2:000000000000:rule/every-minute",
            Duration.ofMinutes(1),
            functionArn("events") + ":live");
    start(stack().with(function("events").handler(EventHandler.class)).with(schedule), 120);

    var event = "Scheduled Event [" + schedule.arn() + "]";
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(log.after("events: event ")).startsWith(event, event));
  }
}
