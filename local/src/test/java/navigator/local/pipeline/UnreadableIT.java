package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import navigator.contracts.event.ChatEvents;
import navigator.contracts.table.Attribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

@ExtendWith(PipelineExtension.class)
class UnreadableIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Pipeline pipeline;
  private final AwsClients anybody;

  UnreadableIT(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.anybody = new AwsClients(pipeline.stack(), pipeline.stack().runtime());
  }

  @Test
  void messageThatNobodyCanReadIsKeptAsADeadLetter() {
    String body = "{\"this is\": \"no chat request\"}";
    pipeline.record().unspecified("no chat request");
    try (SqsClient sqs = anybody.sqs()) {
      String url = sqs.getQueueUrl(get -> get.queueName("chat-requests.fifo")).queueUrl();
      sqs.sendMessage(
          send ->
              send.queueUrl(url)
                  .messageBody(body)
                  .messageGroupId("nobody")
                  .messageDeduplicationId("unreadable"));
    }

    var kept = await().atMost(PATIENCE).until(() -> unreadable(body), found -> !found.isEmpty());

    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst())
        .containsEntry(Attribute.BODY_PREFIX, body)
        .containsKey(Attribute.BODY_SHA256);
  }

  // Others may have sent what nobody can read.
  private List<Map<String, String>> unreadable(String body) {
    return new TableReader(pipeline)
        .beginningWith("UNREADABLE#").stream()
            .filter(item -> body.equals(item.get(Attribute.BODY_PREFIX)))
            .toList();
  }

  @Test
  void eventThatNobodyCanReadIsKeptInTheFailureQueue() {
    pipeline.record().unspecified("no outcome");
    try (EventBridgeClient events = anybody.events()) {
      var entry =
          PutEventsRequestEntry.builder()
              .eventBusName(pipeline.stack().topology().buses().getFirst().name())
              .source(ChatEvents.SOURCE)
              .detailType(ChatEvents.CHAT_ANSWERED)
              .detail("{\"this is\":\"no outcome\"}")
              .build();
      assertThat(events.putEvents(put -> put.entries(entry)).failedEntryCount()).isZero();
    }

    try (SqsClient sqs = anybody.sqs()) {
      String url = sqs.getQueueUrl(get -> get.queueName("chat-outcome-invokes-failed")).queueUrl();
      var messages =
          await()
              .atMost(PATIENCE)
              .until(
                  () -> sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(1)).messages(),
                  received -> !received.isEmpty());
      assertThat(messages)
          .extracting(Message::body)
          .allSatisfy(
              record -> assertThat(record).contains("no outcome").contains("RetriesExhausted"));
    }
  }
}
