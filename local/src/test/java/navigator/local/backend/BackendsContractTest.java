package navigator.local.backend;

import static navigator.local.gateway.SampleStack.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import navigator.local.gateway.SampleStack;
import navigator.local.journal.Journal;
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

class BackendsContractTest {

  private static final Map<String, AttributeValue> ITEM =
      Map.of("PK", AttributeValue.fromS("kept"), "SK", AttributeValue.fromS("s"));

  private static final List<String> ORDER = List.of("9", "2", "7", "1", "5");

  private final Topology topology = SampleStack.topology(URI.create("http://127.0.0.1:1"));

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
      ORDER.forEach(
          body ->
              sqs.sendMessage(
                  s ->
                      s.queueUrl(topology.queue(QUEUE).url())
                          .messageBody(body)
                          .messageGroupId("g")
                          .messageDeduplicationId(body)));
    }
    try (var journal = Journal.open(directory.resolve("journal"));
        var backends = start(storage(directory, journal));
        var sqs = client(SqsClient.builder(), backends.sqs())) {
      assertThat(
              sqs.receiveMessage(
                      r -> r.queueUrl(topology.queue(QUEUE).url()).maxNumberOfMessages(10))
                  .messages())
          .extracting(Message::body)
          .containsExactlyElementsOf(ORDER);
    }
  }

  private static Optional<Storage> storage(Path directory, Journal journal) {
    return Optional.of(new Storage(directory.resolve("tables"), journal));
  }

  private Backends start(Optional<Storage> storage) throws IOException {
    return Backends.start(topology, URI.create("http://127.0.0.1:1"), storage);
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
