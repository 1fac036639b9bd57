package navigator.inference.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/** SQS messages as an event source mapping hands them to a function. */
final class TestEvents {

  private TestEvents() {}

  static SQSEvent of(List<Message> messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(messages.stream().map(TestEvents::message).toList());
    return event;
  }

  static List<String> failures(SQSBatchResponse response) {
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSMessage message(Message received) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(received.messageId());
    message.setReceiptHandle(received.receiptHandle());
    message.setBody(received.body());
    message.setAttributes(received.attributesAsStrings());
    message.setMessageAttributes(attributes(received));
    return message;
  }

  private static Map<String, MessageAttribute> attributes(Message received) {
    return received.messageAttributes().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> {
                  MessageAttribute attribute = new MessageAttribute();
                  attribute.setDataType(entry.getValue().dataType());
                  attribute.setStringValue(entry.getValue().stringValue());
                  return attribute;
                }));
  }
}
