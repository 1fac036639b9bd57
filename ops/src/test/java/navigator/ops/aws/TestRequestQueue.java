package navigator.ops.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A FIFO queue of requests in ElasticMQ, on 127.0.0.1 and a free port. */
public final class TestRequestQueue {

  private final SqsClient sqs;
  private final String url;

  private TestRequestQueue(SqsClient sqs) {
    this.sqs = sqs;
    this.url =
        sqs.createQueue(
                queue ->
                    queue
                        .queueName("requests-" + UUID.randomUUID() + ".fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
  }

  /** Where queues are made. */
  public static final class Server implements AutoCloseable {

    private final SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();

    private final URI endpoint =
        URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());

    private final SqsClient sqs =
        Clients.sqs(
            SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_WEST_2)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))));

    public URI endpoint() {
      return endpoint;
    }

    public TestRequestQueue queue() {
      return new TestRequestQueue(sqs);
    }

    @Override
    public void close() {
      sqs.close();
      server.stopAndWait();
    }
  }

  SqsClient sqs() {
    return sqs;
  }

  public String url() {
    return url;
  }

  /** What can be received now, and is deleted. */
  List<Message> take() {
    List<Message> messages =
        sqs.receiveMessage(
                receive ->
                    receive
                        .queueUrl(url)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages();
    messages.forEach(
        message ->
            sqs.deleteMessage(
                delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
    return messages;
  }
}
