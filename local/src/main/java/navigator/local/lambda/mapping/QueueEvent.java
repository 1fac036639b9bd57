package navigator.local.lambda.mapping;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The event that a function gets for a batch of messages.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html#example-standard-queue-message-event">Example
 *     Amazon SQS message event</a>
 */
final class QueueEvent {
  private static final JsonMapper JSON = new JsonMapper();

  private QueueEvent() {}

  static String of(List<Message> batch, String queueArn) {
    var event = JSON.createObjectNode();
    var records = event.putArray("Records");
    batch.forEach(message -> write(message, queueArn, records.addObject()));
    return event.toString();
  }

  private static void write(Message message, String queueArn, ObjectNode into) {
    into.put("messageId", message.messageId());
    into.put("receiptHandle", message.receiptHandle());
    into.put("body", message.body());
    var attributes = into.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    var messageAttributes = into.putObject("messageAttributes");
    message
        .messageAttributes()
        .forEach((name, value) -> write(value, messageAttributes.putObject(name)));
    if (message.md5OfMessageAttributes() != null) {
      into.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
    }
    into.put("md5OfBody", message.md5OfBody());
    into.put("eventSource", "aws:sqs");
    into.put("eventSourceARN", queueArn);
    into.put("awsRegion", region(queueArn));
  }

  private static void write(MessageAttributeValue value, ObjectNode into) {
    if (value.stringValue() != null) {
      into.put("stringValue", value.stringValue());
    }
    if (value.binaryValue() != null) {
      into.put(
          "binaryValue", Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
    }
    into.putArray("stringListValues");
    into.putArray("binaryListValues");
    into.put("dataType", value.dataType());
  }

  // arn:partition:sqs:region:account:name
  private static String region(String queueArn) {
    return queueArn.split(":", -1)[3];
  }
}
