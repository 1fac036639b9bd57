package navigator.local.backend;

import static navigator.local.gateway.SampleStack.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import navigator.local.gateway.SampleStack;
import navigator.local.journal.Journal;
import navigator.local.journal.Snapshot;
import navigator.local.topology.DynamoTable;
import navigator.local.topology.SqsQueue;
import navigator.local.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class BackendsContractTest {

  private static final Map<String, AttributeValue> ITEM =
      Map.of("PK", AttributeValue.fromS("kept"), "SK", AttributeValue.fromS("s"));

  private static final URI GATEWAY = URI.create("http://127.0.0.1:1");
  private static final List<String> ORDER = List.of("9", "2", "7", "1", "5");

  private final Topology topology = SampleStack.topology(GATEWAY);

  @Test
  void itemsAndMessagesOutliveTheProcessInADirectory(@TempDir Path directory) throws IOException {
    try (var journal = Journal.open(directory.resolve("journal"));
        var backends = start(storage(directory, journal));
        var dynamoDb = client(DynamoDbClient.builder(), backends.dynamoDb());
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      dynamoDb.putItem(p -> p.tableName("chats").item(ITEM));
      sqs.sendMessage(
          s ->
              s.queueUrl(topology.queue(QUEUE).url())
                  .messageBody("kept")
                  .messageGroupId("g")
                  .messageDeduplicationId("d"));
    }
    try (var journal = Journal.open(directory.resolve("journal"));
        var backends = start(storage(directory, journal));
        var dynamoDb = client(DynamoDbClient.builder(), backends.dynamoDb());
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      assertThat(dynamoDb.getItem(g -> g.tableName("chats").key(ITEM)).item()).isEqualTo(ITEM);
      assertThat(sqs.receiveMessage(r -> r.queueUrl(topology.queue(QUEUE).url())).messages())
          .singleElement()
          .satisfies(message -> assertThat(message.body()).isEqualTo("kept"));
    }
  }

  @Test
  void nothingIsLeftRunningThatWouldKeepTheProcessAlive() throws IOException {
    var before = userThreads();
    start(Optional.empty()).close();
    await().until(() -> userThreads() <= before);
  }

  @Test
  void theOrderWithinAGroupOutlivesTheProcess(@TempDir Path directory) throws IOException {
    try (var journal = Journal.open(directory.resolve("journal"));
        var backends = start(storage(directory, journal));
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      ORDER.forEach(body -> send(sqs, body));
    }
    try (var journal = Journal.open(directory.resolve("journal"));
        var backends = start(storage(directory, journal));
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      assertThat(receive(sqs, 10)).extracting(Message::body).containsExactlyElementsOf(ORDER);
    }
  }

  @Test
  void aGroupWhoseHeadIsInFlightStaysLocked(@TempDir Path directory) throws IOException {
    try (var journal = Journal.open(directory.resolve("journal"));
        var backends = start(storage(directory, journal));
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      ORDER.forEach(body -> send(sqs, body));
      assertThat(receive(sqs, 1)).extracting(Message::body).containsExactly(ORDER.getFirst());
    }
    try (var journal = Journal.open(directory.resolve("journal"));
        var backends = start(storage(directory, journal));
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      assertThat(receive(sqs, 10)).isEmpty();
    }
    try (var journal = Journal.open(directory.resolve("journal"))) {
      assertThat(journal.named("messages", StoredMessage.class).left())
          .filteredOn(message -> message.receiveCount() == 1)
          .extracting(StoredMessage::content)
          .containsExactly(ORDER.getFirst());
    }
  }

  @Test
  void theOldestGroupThatIsNotLockedComesFirst() throws IOException {
    try (var backends = start(Optional.empty());
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      IntStream.range(0, 20).forEach(i -> send(sqs, "group-" + i % 10, "" + i));

      assertThat(receive(sqs, 3)).extracting(Message::body).containsExactly("0", "10", "1");
      // The second of group 1 is locked, like all that is in flight.
      assertThat(receive(sqs, 4)).extracting(Message::body).containsExactly("2", "12", "3", "13");
    }
  }

  @Test
  void aGroupIsLockedWhileAnyOfItIsInFlight() throws IOException {
    try (var backends = start(Optional.empty());
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      IntStream.range(0, 3).forEach(i -> send(sqs, "" + i));
      putBack(sqs, receive(sqs, 2).getFirst());

      assertThat(receive(sqs, 10)).isEmpty();
    }
  }

  @Test
  void whatWasPutBackComesAtThePlaceThatItHad() throws IOException {
    try (var backends = start(Optional.empty());
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      IntStream.range(0, 6).forEach(i -> send(sqs, "group-" + i % 3, "" + i));
      receive(sqs, 2).forEach(message -> putBack(sqs, message));

      assertThat(receive(sqs, 10))
          .extracting(Message::body)
          .containsExactly("0", "3", "1", "4", "2", "5");
    }
  }

  @Test
  void aSendThatWasAnsweredOutlivesAKillAndADeletedMessageDoesNotComeBack(@TempDir Path directory)
      throws IOException {
    var file = directory.resolve("journal");
    try (var journal = Journal.open(file);
        var backends = start(storage(directory, journal));
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      send(sqs, "kept");
      try (var killed = Journal.open(Snapshot.of(file))) {
        assertThat(killed.named("messages", StoredMessage.class).left())
            .extracting(StoredMessage::content)
            .containsExactly("kept");
      }
      var handle = receive(sqs, 1).getFirst().receiptHandle();
      sqs.deleteMessage(d -> d.queueUrl(topology.queue(QUEUE).url()).receiptHandle(handle));
    }
    try (var journal = Journal.open(file)) {
      assertThat(journal.named("messages", StoredMessage.class).left()).isEmpty();
    }
  }

  @Test
  void theTemplatesQueueAttributesHoldFromTheNextStartOn(@TempDir Path directory)
      throws IOException {
    try (var journal = Journal.open(directory.resolve("journal"));
        var backends = start(storage(directory, journal));
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      send(sqs, "kept");
    }
    var slower = with(topology.tables(), Duration.ofSeconds(77));
    try (var journal = Journal.open(directory.resolve("journal"));
        var backends = Backends.start(slower, GATEWAY, storage(directory, journal));
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      var url = topology.queue(QUEUE).url();
      assertThat(
              sqs.getQueueAttributes(
                      g -> g.queueUrl(url).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                  .attributes())
          .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "77");
      assertThat(receive(sqs, 1)).extracting(Message::body).containsExactly("kept");
    }
  }

  @Test
  void aTableWithOtherIndexesThanTheTemplatesIsRefusedByName(@TempDir Path directory)
      throws IOException {
    try (var journal = Journal.open(directory.resolve("journal"))) {
      start(storage(directory, journal)).close();
    }
    var table = topology.tables().getFirst();
    var changed =
        new DynamoTable(
            table.name(),
            table.arn(),
            table.partitionKey(),
            table.sortKey(),
            List.of(new DynamoTable.Index("by-mood", "mood", "at", "ALL", List.of())),
            table.timeToLive());
    var stack = with(List.of(changed), Duration.ofSeconds(30));
    try (var journal = Journal.open(directory.resolve("journal"))) {
      assertThatThrownBy(() -> Backends.start(stack, GATEWAY, storage(directory, journal)).close())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("table chats")
          .hasMessageContaining("by-user(user, at) INCLUDE [status]")
          .hasMessageContaining("by-mood(mood, at) ALL");
    }
  }

  private Topology with(List<DynamoTable> tables, Duration visibility) {
    return new Topology(
        topology.stack(),
        topology.region(),
        topology.account(),
        topology.functions(),
        topology.mappings(),
        topology.queues().stream().map(queue -> visibleAfter(queue, visibility)).toList(),
        tables,
        topology.buses(),
        topology.rules(),
        topology.schedules(),
        topology.api(),
        topology.userPool(),
        topology.managedPolicies(),
        topology.outputs());
  }

  private static SqsQueue visibleAfter(SqsQueue queue, Duration visibility) {
    return new SqsQueue(
        queue.name(),
        queue.arn(),
        queue.url(),
        queue.fifo(),
        queue.highThroughput(),
        queue.contentBasedDeduplication(),
        visibility,
        queue.retention(),
        queue.redrive());
  }

  private void send(SqsClient sqs, String body) {
    send(sqs, "g", body);
  }

  private void send(SqsClient sqs, String group, String body) {
    sqs.sendMessage(
        s ->
            s.queueUrl(topology.queue(QUEUE).url())
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(body));
  }

  private void putBack(SqsClient sqs, Message message) {
    sqs.changeMessageVisibility(
        c ->
            c.queueUrl(topology.queue(QUEUE).url())
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0));
  }

  private List<Message> receive(SqsClient sqs, int most) {
    return sqs.receiveMessage(
            r -> r.queueUrl(topology.queue(QUEUE).url()).maxNumberOfMessages(most))
        .messages();
  }

  private static Optional<Storage> storage(Path directory, Journal journal) {
    return Optional.of(new Storage(directory.resolve("tables"), journal));
  }

  private Backends start(Optional<Storage> storage) throws IOException {
    return Backends.start(topology, GATEWAY, storage);
  }

  private static long userThreads() {
    return Thread.getAllStackTraces().keySet().stream().filter(t -> !t.isDaemon()).count();
  }

  private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }
}
