package navigator.local.gateway;

import static navigator.local.gateway.SampleStack.FAILED;
import static navigator.local.gateway.SampleStack.QUEUE;
import static navigator.local.gateway.SampleStack.allow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import navigator.local.iam.Permission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqsContractTest {

  private RunningStack stack;
  private SqsClient runtime;
  private SqsClient worker;
  private String url;

  @BeforeAll
  void start() throws IOException {
    stack = new RunningStack(allow("sqs:SendMessage", QUEUE), allow("sqs:DeleteMessage", QUEUE));
    runtime = stack.sqs(stack.principals.runtime());
    worker = stack.sqs(stack.worker());
    url = stack.queue(QUEUE).url();
  }

  @BeforeEach
  void empty() {
    runtime.purgeQueue(q -> q.queueUrl(url));
  }

  @AfterAll
  void stop() {
    worker.close();
    runtime.close();
    stack.close();
  }

  @Test
  void queueUrlsAreTheGateways() {
    assertThat(runtime.getQueueUrl(q -> q.queueName("work.fifo")).queueUrl()).isEqualTo(url);
    assertThat(runtime.listQueues().queueUrls()).hasSize(3).contains(url);
  }

  @Test
  void aMessageArrivesWithItsGroup() {
    send(worker, "one");
    var message = receive();
    assertThat(message.body()).isEqualTo("one");
    assertThat(message.attributesAsStrings()).containsEntry("MessageGroupId", "group");
  }

  @Test
  void aBatchNeedsTheSingleAction() {
    var sent =
        worker.sendMessageBatch(b -> b.queueUrl(url).entries(List.of(entry("a"), entry("b"))));
    assertThat(sent.successful()).hasSize(2);
    assertThat(stack.gateway.log().uses())
        .contains(new AccessLog.Use("worker-role", new Permission("sqs:SendMessage", QUEUE)));
  }

  @Test
  void whatNoPolicyAllowsIsDeniedAsSqsSaysIt() {
    assertThatThrownBy(() -> worker.receiveMessage(r -> r.queueUrl(url)))
        .isInstanceOfSatisfying(
            SqsException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(403);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "User: arn:aws:sts::000000000000:assumed-role/worker-role/worker is not"
                          + " authorized to perform: sqs:ReceiveMessage on resource: "
                          + QUEUE
                          + " because no identity-based policy allows the sqs:ReceiveMessage"
                          + " action");
            });
  }

  @Test
  void anAllowedActionIsDeniedOnAnotherQueue() {
    assertThatThrownBy(
            () ->
                worker.sendMessage(
                    s ->
                        s.queueUrl(stack.queue(FAILED).url())
                            .messageBody("x")
                            .messageGroupId("g")
                            .messageDeduplicationId("x")))
        .hasMessageContaining(FAILED);
  }

  @Test
  void theOperatorLooksIntoAQueueAndSendsNothing() {
    send(worker, "seen");
    try (var operator = stack.sqs(stack.principals.operator())) {
      assertThat(operator.receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);
      assertThatThrownBy(() -> send(operator, "no")).hasMessageContaining("sqs:SendMessage");
    }
  }

  @Test
  void anUnknownQueueIsNamedByTheService() {
    assertThatThrownBy(() -> runtime.purgeQueue(q -> q.queueUrl(url + "x")))
        .hasMessageContaining("queue does not exist");
  }

  @Test
  void deletingAMessageTwiceSucceeds() {
    send(worker, "twice");
    var handle = receive().receiptHandle();
    worker.deleteMessage(d -> d.queueUrl(url).receiptHandle(handle));
    worker.deleteMessage(d -> d.queueUrl(url).receiptHandle(handle));
    var batch = deleteBatch(handle);
    assertThat(batch.failed()).isEmpty();
    assertThat(batch.successful()).extracting(e -> e.id()).containsExactly("1");
  }

  @Test
  void deletingByAHandleThatNeverWasFails() {
    assertThatThrownBy(() -> worker.deleteMessage(d -> d.queueUrl(url).receiptHandle("never")))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
    assertThat(deleteBatch("never").failed()).hasSize(1);
  }

  @Test
  void aMessageReceivedTooOftenMovesToTheDeadLetterQueue() {
    send(worker, "poison");
    release(receive());
    release(receive());
    assertThat(runtime.receiveMessage(r -> r.queueUrl(url)).messages()).isEmpty();
    var failed = stack.queue(FAILED).url();
    assertThat(runtime.receiveMessage(r -> r.queueUrl(failed).waitTimeSeconds(2)).messages())
        .extracting(Message::body)
        .containsExactly("poison");
  }

  @Test
  void anOperationOutsideTheTableIsRefused() {
    assertThatThrownBy(() -> runtime.createQueue(c -> c.queueName("more")))
        .hasMessageContaining("The operation 'CreateQueue' of sqs is not emulated");
  }

  private static void send(SqsClient client, String body, String url) {
    client.sendMessage(
        s ->
            s.queueUrl(url)
                .messageBody(body)
                .messageGroupId("group")
                .messageDeduplicationId(body + System.nanoTime()));
  }

  private void send(SqsClient client, String body) {
    send(client, body, url);
  }

  private static SendMessageBatchRequestEntry entry(String id) {
    return SendMessageBatchRequestEntry.builder()
        .id(id)
        .messageBody(id)
        .messageGroupId("group")
        .messageDeduplicationId(id)
        .build();
  }

  private Message receive() {
    return runtime
        .receiveMessage(
            r -> r.queueUrl(url).waitTimeSeconds(2).messageSystemAttributeNamesWithStrings("All"))
        .messages()
        .getFirst();
  }

  private void release(Message message) {
    runtime.changeMessageVisibility(
        c -> c.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
  }

  private DeleteMessageBatchResponse deleteBatch(String handle) {
    var entry = DeleteMessageBatchRequestEntry.builder().id("1").receiptHandle(handle).build();
    return worker.deleteMessageBatch(d -> d.queueUrl(url).entries(List.of(entry)));
  }
}
