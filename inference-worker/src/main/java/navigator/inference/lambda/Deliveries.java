package navigator.inference.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import navigator.inference.Delivery;

/** Deliveries as an event source mapping hands them over and takes them back. */
final class Deliveries {

  private static final String GROUP = "MessageGroupId";
  private static final String DEDUPLICATION_ID = "MessageDeduplicationId";
  private static final String RECEIVE_COUNT = "ApproximateReceiveCount";

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

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
    Map<String, String> system = Objects.requireNonNullElse(message.getAttributes(), Map.of());
    String id = message.getMessageId();
    return Delivery.of(
        id,
        message.getReceiptHandle(),
        system.getOrDefault(GROUP, id),
        system.getOrDefault(DEDUPLICATION_ID, id),
        receiveCount(system.getOrDefault(RECEIVE_COUNT, "")),
        Objects.requireNonNullElse(message.getBody(), ""),
        attributes(message));
  }

  // One that cannot be told counts as received before: then a crash is looked for.
  private static int receiveCount(String text) {
    return COUNT.matcher(text).matches() ? Integer.parseInt(text) : 2;
  }

  private static Map<String, String> attributes(SQSMessage message) {
    Map<String, String> texts = new HashMap<>();
    Objects.requireNonNullElse(message.getMessageAttributes(), Map.<String, MessageAttribute>of())
        .forEach(
            (name, attribute) -> {
              if (attribute.getStringValue() != null) {
                texts.put(name, attribute.getStringValue());
              }
            });
    return texts;
  }
}
