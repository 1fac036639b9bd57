package navigator.ingest.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.IntStream;
import navigator.contracts.table.Key;
import navigator.contracts.table.Keys;
import navigator.contracts.table.QuotaAttribute;
import navigator.contracts.testing.ScriptedHttp;
import navigator.contracts.testing.ScriptedHttp.Answer;
import navigator.contracts.testing.TestTable;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Backlog and pace as they are read. */
class LoadContractTest {

  private static final Key QUOTA = Keys.quota("us-west-2", "sonnet");
  private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");

  @Test
  void theBacklogIsWhatWaitsAndWhatIsWithAWorker() {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    try (SqsClient sqs = sqs("http://127.0.0.1:" + port(server))) {
      String url =
          sqs.createQueue(
                  queue ->
                      queue
                          .queueName("chat-requests.fifo")
                          .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
              .queueUrl();
      // A cold queue takes longer than a submit waits to hear how long it is.
      sqs.getQueueAttributes(
          get ->
              get.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
      SqsBacklog backlog = new SqsBacklog(sqs, url);
      assertThat(backlog.requests()).hasValue(0);
      IntStream.range(0, 7)
          .forEach(
              i ->
                  sqs.sendMessage(
                      send ->
                          send.queueUrl(url)
                              .messageBody("m" + i)
                              .messageGroupId("g" + i)
                              .messageDeduplicationId("d" + i)));
      sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(3));
      assertThat(backlog.requests()).hasValue(7);
    } finally {
      server.stopAndWait();
    }
  }

  @Test
  void thePaceIsTheItems() {
    TestTable table = TestTable.create();
    DynamoPaces paces = new DynamoPaces(table.client(), table.name(), QUOTA, () -> NOW);
    assertThat(paces.now()).isEmpty();
    table.set(QUOTA, QuotaAttribute.CALLS, AttributeValue.fromN("40"));
    table.set(QUOTA, QuotaAttribute.SLOT, AttributeValue.fromN("1000000"));
    assertThat(paces.now()).isEmpty();
    long tat = ChronoUnit.MICROS.between(Instant.EPOCH, NOW);
    table.set(QUOTA, QuotaAttribute.TAT, AttributeValue.fromN("" + tat));
    assertThat(paces.now().orElseThrow().calls()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ThrottlingException", "AccessDeniedException"})
  void whatCannotBeReadIsNotKnown(String error) {
    try (ScriptedHttp away = ScriptedHttp.start(Answer.error(400, error))) {
      DynamoDbClient dynamo =
          Clients.dynamo(
              DynamoDbClient.builder()
                  .endpointOverride(away.url())
                  .region(Region.US_WEST_2)
                  .credentialsProvider(credentials()));
      assertThat(new DynamoPaces(dynamo, "table", QUOTA, () -> NOW).now()).isEmpty();
      assertThat(new SqsBacklog(sqs(away.url().toString()), away.url() + "/queue").requests())
          .isEmpty();
    }
  }

  private static int port(SQSRestServer server) {
    return server.waitUntilStarted().localAddress().getPort();
  }

  private static SqsClient sqs(String url) {
    return Clients.sqs(
        SqsClient.builder()
            .endpointOverride(URI.create(url))
            .region(Region.US_WEST_2)
            .credentialsProvider(credentials()));
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
  }
}
