package navigator.local.gateway;

import static navigator.local.gateway.SampleStack.FAILED;
import static navigator.local.gateway.SampleStack.QUEUE;
import static navigator.local.gateway.SampleStack.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

class FifoMovesContractTest {

  private RunningStack stack;
  private SqsClient sqs;

  @BeforeEach
  void start() throws IOException {
    stack = new RunningStack();
    sqs = stack.sqs(stack.principals.runtime());
  }

  @AfterEach
  void stop() {
    sqs.close();
    stack.close();
  }

  @Test
  void messagesMoveInTheirGroupsAndTheirOrderWithTheirAttributes() {
    IntStream.range(0, 25).forEach(i -> send("g" + i % 3, "body-" + i));
    ListMessageMoveTasksResultEntry task = moved();
    assertThat(task.status()).isEqualTo("COMPLETED");
    assertThat(task.approximateNumberOfMessagesMoved()).isEqualTo(25);
    assertThat(task.approximateNumberOfMessagesToMove()).isEqualTo(25);
    assertThat(received(FAILED)).isEmpty();
    List<Message> moved = received(QUEUE);
    assertThat(moved).hasSize(25);
    for (int group = 0; group < 3; group++) {
      int first = group;
      assertThat(moved.stream().filter(message -> group(message).equals("g" + first)))
          .extracting(Message::body)
          .containsExactlyElementsOf(
              IntStream.iterate(first, i -> i < 25, i -> i + 3)
                  .mapToObj(i -> "body-" + i)
                  .toList());
    }
    assertThat(moved)
        .allSatisfy(
            message ->
                assertThat(message.messageAttributes().values())
                    .extracting(MessageAttributeValue::stringValue)
                    .containsExactly(message.body()));
  }

  @Test
  void anEmptyQueueIsMovedAtOnce() {
    assertThat(moved().approximateNumberOfMessagesMoved()).isZero();
  }

  @Test
  void aQueueThatWasNeverMovedHasNoTask() {
    assertThat(sqs.listMessageMoveTasks(list -> list.sourceArn(FAILED)).results()).isEmpty();
  }

  @Test
  void fifoMessagesMoveToAFifoQueueAlone() {
    assertThatExceptionOfType(SqsException.class)
        .isThrownBy(
            () ->
                sqs.startMessageMoveTask(
                    move -> move.sourceArn(FAILED).destinationArn(UNDELIVERED)))
        .withMessageContaining("move to a FIFO queue");
  }

  private ListMessageMoveTasksResultEntry moved() {
    sqs.startMessageMoveTask(move -> move.sourceArn(FAILED).destinationArn(QUEUE));
    return await()
        .until(
            () -> sqs.listMessageMoveTasks(list -> list.sourceArn(FAILED)).results().getFirst(),
            task -> !task.status().equals("RUNNING"));
  }

  private void send(String group, String body) {
    sqs.sendMessage(
        send ->
            send.queueUrl(stack.queue(FAILED).url())
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(body)
                .messageAttributes(
                    Map.of(
                        "request_id",
                        MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue(body)
                            .build())));
  }

  private List<Message> received(String queue) {
    String url = stack.queue(queue).url();
    List<Message> all = new ArrayList<>();
    List<Message> some;
    do {
      some =
          sqs.receiveMessage(
                  receive ->
                      receive
                          .queueUrl(url)
                          .maxNumberOfMessages(10)
                          .messageAttributeNames("All")
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      all.addAll(some);
      some.forEach(
          message ->
              sqs.deleteMessage(
                  delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
    } while (!some.isEmpty());
    return all;
  }

  private static String group(Message message) {
    return message.attributes().getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, "");
  }
}
