package navigator.local.backend;

import static navigator.local.gateway.SampleStack.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import navigator.local.gateway.SampleStack;
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

class BackendsContractTest {

  private static final Map<String, AttributeValue> ITEM =
      Map.of("PK", AttributeValue.fromS("kept"), "SK", AttributeValue.fromS("s"));

  private final Topology topology = SampleStack.topology(URI.create("http://127.0.0.1:1"));

  @Test
  void itemsAndMessagesOutliveTheProcessInADirectory(@TempDir Path directory) throws IOException {
    try (var backends = start(Optional.of(directory));
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
    try (var backends = start(Optional.of(directory));
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

  private Backends start(Optional<Path> directory) throws IOException {
    return Backends.start(topology, URI.create("http://127.0.0.1:1"), directory);
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
