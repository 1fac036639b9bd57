package navigator.inference.aws;

import java.util.HashMap;
import java.util.Map;
import navigator.contracts.IsoMicros;
import navigator.contracts.queue.Failure;
import navigator.contracts.queue.MessageAttribute;
import navigator.inference.Delivery;
import navigator.inference.SendDeadLetter;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The FIFO queue for what is given up. Safe for use by many threads. */
public final class DeadLetterQueue implements SendDeadLetter {

  private final SqsClient sqs;
  private final String url;

  public DeadLetterQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  @Override
  public void send(Delivery delivery, Failure failure) {
    sqs.sendMessage(
        send ->
            send.queueUrl(url)
                .messageBody(delivery.body())
                .messageGroupId(delivery.group())
                .messageDeduplicationId(delivery.deduplicationId())
                .messageAttributes(attributes(delivery, failure)));
  }

  private static Map<String, MessageAttributeValue> attributes(Delivery delivery, Failure failure) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    delivery.requestId().ifPresent(id -> put(attributes, MessageAttribute.REQUEST_ID, id.value()));
    put(attributes, MessageAttribute.ERROR_CODE, failure.code().wireName());
    put(attributes, MessageAttribute.ERROR_DETAIL, failure.detail());
    put(attributes, MessageAttribute.ATTEMPTS, "" + failure.attempts());
    put(attributes, MessageAttribute.FIRST_FAILURE_AT, IsoMicros.format(failure.firstAt()));
    put(attributes, MessageAttribute.LAST_FAILURE_AT, IsoMicros.format(failure.lastAt()));
    return attributes;
  }

  private static void put(
      Map<String, MessageAttributeValue> attributes, String name, String value) {
    attributes.put(
        name, MessageAttributeValue.builder().dataType("String").stringValue(value).build());
  }
}
