package navigator.inference;

import java.util.Map;
import java.util.Optional;
import navigator.contracts.RequestId;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.MessageAttribute;
import navigator.contracts.wire.Read;
import navigator.contracts.wire.Wire;

/**
 * One receive of one SQS FIFO message.
 *
 * @param receiptHandle what this receive is deleted or put back by
 * @param group the message group: the conversation
 * @param deduplicationId what SQS recognises a second send by
 * @param receiveCount from 1; deferrals raise it too
 * @param attributes the message attributes that are strings or numbers
 * @param content what the body holds
 */
public record Delivery(
    String messageId,
    String receiptHandle,
    String group,
    String deduplicationId,
    int receiveCount,
    String body,
    Map<String, String> attributes,
    Read<ChatRequest> content) {

  public Delivery {
    attributes = Map.copyOf(attributes);
  }

  /** A receive whose body is yet to be read. */
  public static Delivery of(
      String messageId,
      String receiptHandle,
      String group,
      String deduplicationId,
      int receiveCount,
      String body,
      Map<String, String> attributes) {
    Read<ChatRequest> content = Wire.read(body, ChatRequest.class);
    return new Delivery(
        messageId, receiptHandle, group, deduplicationId, receiveCount, body, attributes, content);
  }

  /** The request that this is about, by the body or else by the attribute beside it. */
  public Optional<RequestId> requestId() {
    return switch (content) {
      case Read.Valid(ChatRequest request) -> Optional.of(request.requestId());
      case Read.Invalid<ChatRequest> _ ->
          Optional.ofNullable(attributes.get(MessageAttribute.REQUEST_ID))
              .flatMap(RequestId::parse);
    };
  }
}
