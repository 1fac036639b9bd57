package navigator.local.eventbridge;

import java.util.HashMap;
import java.util.Map;
import navigator.local.eventbridge.RuleBook.RuleTarget;
import navigator.local.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The dead-letter queues of rule targets, with the attributes that EventBridge gives to its
 * messages.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html">Using
 *     dead-letter queues</a>
 */
final class UndeliveredEvents {

  private static final Logger LOG = LoggerFactory.getLogger(UndeliveredEvents.class);

  private final SqsClient sqs;
  private final Topology topology;

  UndeliveredEvents(SqsClient sqs, Topology topology) {
    this.sqs = sqs;
    this.topology = topology;
  }

  /** Sends the event as it is; without a queue it is lost, as it would be on AWS. */
  void send(Event event, RuleTarget to, int retries, String exhausted, RuntimeException cause) {
    var rule = to.rule();
    var target = to.target();
    if (target.deadLetterQueueArn().isEmpty()) {
      LOG.warn("Event {} is lost: {} has no dead-letter queue", event.id(), rule.name(), cause);
      return;
    }
    var url = topology.queue(target.deadLetterQueueArn().get()).url();
    var attributes = new HashMap<String, MessageAttributeValue>();
    attributes.putAll(text("RULE_ARN", rule.arn()));
    attributes.putAll(text("TARGET_ARN", target.functionArn()));
    attributes.putAll(text("ERROR_CODE", "SDK_CLIENT_ERROR"));
    attributes.putAll(text("ERROR_MESSAGE", cause.toString()));
    attributes.putAll(text("EXHAUSTED_RETRY_CONDITION", exhausted));
    attributes.putAll(number("RETRY_ATTEMPTS", retries));
    sqs.sendMessage(s -> s.queueUrl(url).messageBody(event.json()).messageAttributes(attributes));
  }

  private static Map<String, MessageAttributeValue> text(String name, String value) {
    return Map.of(
        name, MessageAttributeValue.builder().dataType("String").stringValue(value).build());
  }

  private static Map<String, MessageAttributeValue> number(String name, int value) {
    return Map.of(
        name,
        MessageAttributeValue.builder()
            .dataType("Number")
            .stringValue(Integer.toString(value))
            .build());
  }
}
