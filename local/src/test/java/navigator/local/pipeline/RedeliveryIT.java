package navigator.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import navigator.contracts.Role;
import navigator.contracts.queue.MessageAttribute;
import navigator.local.gateway.AccessLog;
import navigator.local.gateway.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

@ExtendWith(PipelineExtension.class)
class RedeliveryIT {

  private static final String WORKER = "learning-navigator-inference";

  /** The worker's client gives up, the message's wait ends, the message comes again. */
  private static final Duration ONE_REDELIVERY = Duration.ofMinutes(2);

  private final Pipeline pipeline;

  RedeliveryIT(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Test
  void answerThatCouldNotBePublishedIsPublishedLaterAndNotBoughtAgain() {
    pipeline
        .awsFaults()
        .add(
            access -> access.operation().equals("PutEvents") && access.by(WORKER),
            new Fault.ErrorReply(
                Fault.Moment.BEFORE_SERVICE, 500, "InternalException", "No bus today"),
            Integer.MAX_VALUE);
    var ada = pipeline.user("ada", Role.INSTRUCTOR);

    var accepted = ada.ask("Is an answer bought twice when the bus is down?");
    await().atMost(ONE_REDELIVERY).until(this::workerReadTheStoredOutcome);
    pipeline.awsFaults().clear();
    var ended = ada.ended(accepted);

    assertThat(ended.text("status")).isEqualTo("completed");
    assertThat(pipeline.record().steps(ended.text("request_id"), "outcome.persisted"))
        .containsOnlyOnce("model.called", "outcome.stored", "outcome.persisted");
  }

  private boolean workerReadTheStoredOutcome() {
    return pipeline.stack().accesses().entries().stream()
        .map(AccessLog.Entry::access)
        .anyMatch(access -> access.operation().equals("GetItem") && access.by(WORKER));
  }

  @Test
  void deadLetterWithAnUnreadableBodyStillEndsItsRequest() {
    pipeline.record().unspecified("nothing to read here");
    String id = LostRequest.submit(pipeline, "moved", "Does SQS move this question away?");

    try (SqsClient sqs = new AwsClients(pipeline.stack(), pipeline.stack().runtime()).sqs()) {
      String url = sqs.getQueueUrl(get -> get.queueName("chat-dead-letters.fifo")).queueUrl();
      var attribute = MessageAttributeValue.builder().dataType("String").stringValue(id).build();
      sqs.sendMessage(
          send ->
              send.queueUrl(url)
                  .messageBody("nothing to read here")
                  .messageAttributes(Map.of(MessageAttribute.REQUEST_ID, attribute))
                  .messageGroupId("moved")
                  .messageDeduplicationId(id));
    }

    var ended = pipeline.user("moved", Role.STAFF).ended(id);
    assertThat(ended.text("status")).isEqualTo("fallback");
    assertThat(ended.body().path("error").path("code").asText()).isEqualTo("internal");
  }
}
