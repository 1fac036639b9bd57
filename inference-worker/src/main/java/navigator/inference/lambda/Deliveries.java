package navigator.inference.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import navigator.inference.Delivery;

/** Deliveries as an event source mapping hands them over and takes them back. */
final class Deliveries {

  private static final String GROUP = "MessageGroupId";
  private static final String DEDUPLICATION_ID = "MessageDeduplicationId";
  private static final String RECEIVE_COUNT = "ApproximateReceiveCount";

  private Deliveries() {}

  static List<Delivery> in(SQSEvent event) {
    return event.getRecords().stream().map(Deliveries::delivery).toList();
  }

  /** The response that sends only {@code failed} back. */
  static SQSBatchResponse failed(List<Delivery> failed) {
    return new SQSBatchResponse(
        failed.stream().map(delivery -> new BatchItemFailure(delivery.messageId())).toList());
  }

  private static Delivery delivery(SQSMessage message) {
    Map<String, String> system = message.getAttributes();
    String id = message.getMessageId();
    return Delivery.of(
        id,
        message.getReceiptHandle(),
        system.getOrDefault(GROUP, id),
        system.getOrDefault(DEDUPLICATION_ID, id),
        Integer.parseInt(system.getOrDefault(RECEIVE_COUNT, "1")),
        message.getBody(),
        attributes(message));
  }

  private static Map<String, String> attributes(SQSMessage message) {
    Map<String, String> texts = new HashMap<>();
    message
        .getMessageAttributes()
        .forEach(
            (name, attribute) -> {
              if (attribute.getStringValue() != null) {
                texts.put(name, attribute.getStringValue());
              }
            });
    return texts;
  }
}
