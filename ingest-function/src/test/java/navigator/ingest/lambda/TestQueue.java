package navigator.ingest.lambda;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The request queue in ElasticMQ, which clients built with the platform's defaults find. */
final class TestQueue implements AutoCloseable {

  private final SQSRestServer server;
  private final SqsClient client;
  private final String url;

  private TestQueue(SQSRestServer server, SqsClient client, String url) {
    this.server = server;
    this.client = client;
    this.url = url;
  }

  /** Starts it; {@code TestTable.servePlatform()} has set region and credentials. */
  static TestQueue start() {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    int port = server.waitUntilStarted().localAddress().getPort();
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    System.setProperty("aws.endpointUrlSqs", endpoint.toString());
    SqsClient client = SqsClient.create();
    String url =
        client
            .createQueue(
                queue ->
                    queue
                        .queueName("chat-requests.fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
            .queueUrl();
    // A cold queue takes longer than a submit waits to hear how long it is.
    client.getQueueAttributes(
        get -> get.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    return new TestQueue(server, client, url);
  }

  String url() {
    return url;
  }

  /** Takes what lies in it. */
  List<Message> receive() {
    List<Message> messages =
        client
            .receiveMessage(
                receive ->
                    receive
                        .queueUrl(url)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages();
    messages.forEach(
        message ->
            client.deleteMessage(
                delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
    return messages;
  }

  @Override
  public void close() {
    server.stopAndWait();
  }
}
