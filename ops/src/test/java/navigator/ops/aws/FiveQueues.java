package navigator.ops.aws;

import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import navigator.ops.StackQueue;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The queues of a stack in ElasticMQ, on 127.0.0.1 and a free port. */
public final class FiveQueues implements AutoCloseable {

  private final SQSRestServer server;
  private final SqsClient sqs;
  private final Map<StackQueue, String> urls = new EnumMap<>(StackQueue.class);

  private FiveQueues(SQSRestServer server) {
    this.server = server;
    int port = server.waitUntilStarted().localAddress().getPort();
    this.sqs =
        SqsClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .region(Region.US_WEST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build();
    create(StackQueue.DEAD_LETTERS_FAILED, true, null);
    create(StackQueue.DEAD_LETTERS, true, StackQueue.DEAD_LETTERS_FAILED);
    create(StackQueue.REQUESTS, true, StackQueue.DEAD_LETTERS);
    create(StackQueue.OUTCOME_EVENTS_FAILED, false, null);
    create(StackQueue.OUTCOME_INVOKES_FAILED, false, null);
  }

  public static FiveQueues start() {
    return new FiveQueues(
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion("us-west-2")
            .start());
  }

  /** Makes clients that are built with the platform's defaults find these queues. */
  public void servePlatform() {
    System.setProperty(
        "aws.endpointUrlSqs",
        "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
  }

  SqsClient sqs() {
    return sqs;
  }

  public Map<StackQueue, String> urls() {
    return urls;
  }

  String url(StackQueue queue) {
    return urls.getOrDefault(queue, "");
  }

  /**
   * Sends to a queue; to a FIFO one in a group of that name, with the body as what it is told by.
   */
  public void send(StackQueue queue, String group, String body) {
    SendMessageRequest.Builder send =
        SendMessageRequest.builder().queueUrl(url(queue)).messageBody(body);
    if (url(queue).endsWith(".fifo")) {
      send.messageGroupId(group).messageDeduplicationId(body);
    }
    sqs.sendMessage(send.build());
  }

  /** Makes one queue the dead-letter queue of another: SQS moves messages back from such alone. */
  void failingInto(StackQueue failed, StackQueue before) {
    sqs.setQueueAttributes(
        set ->
            set.queueUrl(url(before))
                .attributes(
                    Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}"
                            .formatted(arn(failed)))));
  }

  private void create(StackQueue queue, boolean fifo, @Nullable StackQueue behind) {
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    if (fifo) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    }
    if (behind != null) {
      attributes.put(
          QueueAttributeName.REDRIVE_POLICY,
          "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}".formatted(arn(behind)));
    }
    String name = "chat-" + queue.wireName() + (fifo ? ".fifo" : "");
    urls.put(
        queue, sqs.createQueue(create -> create.queueName(name).attributes(attributes)).queueUrl());
  }

  private String arn(StackQueue queue) {
    return new SqsQueues(sqs, urls).arn(queue);
  }

  @Override
  public void close() {
    sqs.close();
    server.stopAndWait();
  }
}
