package navigator.inference.aws;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.MessageAttribute;
import navigator.contracts.wire.Wire;
import navigator.inference.Delivery;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The worker's two FIFO queues in ElasticMQ, on 127.0.0.1 and a free port. */
public final class TestQueues implements AutoCloseable {

  private final SQSRestServer server;
  private final URI endpoint;
  private final SqsClient sqs;
  private final String requests;
  private final String deadLetters;

  private TestQueues(SQSRestServer server) {
    this.server = server;
    int port = server.waitUntilStarted().localAddress().getPort();
    this.endpoint = URI.create("http://127.0.0.1:" + port);
    this.sqs = TestClients.at(endpoint).sqs();
    this.requests = create("chat-requests.fifo");
    this.deadLetters = create("chat-dead-letters.fifo");
  }

  public static TestQueues start() {
    return new TestQueues(
        SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start());
  }

  public URI endpoint() {
    return endpoint;
  }

  public String requests() {
    return requests;
  }

  public String deadLetters() {
    return deadLetters;
  }

  SqsClient sqs() {
    return sqs;
  }

  /** Queues a request as submit does. */
  public void queue(ChatRequest request) {
    sqs.sendMessage(
        send ->
            send.queueUrl(requests)
                .messageBody(Wire.write(request))
                .messageGroupId(request.conversationId().value())
                .messageDeduplicationId(request.deduplicationId())
                .messageAttributes(
                    Map.of(
                        MessageAttribute.REQUEST_ID,
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue(request.requestId().value())
                            .build())));
  }

  /** What can be received from the request queue. */
  List<Delivery> receive() {
    return receive(requests);
  }

  /** What can be received from the dead-letter queue. */
  List<Delivery> receiveDeadLetters() {
    return receive(deadLetters);
  }

  /** What is received from a queue, as it comes. */
  public List<Message> messages(String queue) {
    return sqs.receiveMessage(
            receive ->
                receive
                    .queueUrl(queue)
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private List<Delivery> receive(String queue) {
    return messages(queue).stream().map(TestQueues::delivery).toList();
  }

  private static Delivery delivery(Message message) {
    Map<String, String> attributes = new HashMap<>();
    message.messageAttributes().forEach((name, value) -> attributes.put(name, value.stringValue()));
    Map<MessageSystemAttributeName, String> system = message.attributes();
    return Delivery.of(
        message.messageId(),
        message.receiptHandle(),
        system.getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, ""),
        system.getOrDefault(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, ""),
        Integer.parseInt(
            system.getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")),
        message.body(),
        attributes);
  }

  private String create(String name) {
    return sqs.createQueue(
            queue ->
                queue
                    .queueName(name)
                    .attributes(
                        Map.of(
                            QueueAttributeName.FIFO_QUEUE,
                            "true",
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            "90")))
        .queueUrl();
  }

  @Override
  public void close() {
    sqs.close();
    server.stopAndWait();
  }
}
