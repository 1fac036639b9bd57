package navigator.ingest.aws;

import java.util.Map;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.MessageAttribute;
import navigator.contracts.wire.Wire;
import navigator.ingest.RequestQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The FIFO queue that the workers read. Safe for use by many threads. */
final class SqsRequestQueue implements RequestQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SqsRequestQueue.class);

  private final SqsClient sqs;
  private final String queueUrl;

  SqsRequestQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public boolean offer(ChatRequest request) {
    try {
      sqs.sendMessage(message(request));
      return true;
    } catch (SdkException e) {
      // Whatever it was, the request is stored, and nothing may be promised.
      LOG.atError()
          .addKeyValue("request_id", request.requestId().value())
          .setCause(e)
          .log("queue.unavailable");
      return false;
    }
  }

  private SendMessageRequest message(ChatRequest request) {
    MessageAttributeValue id =
        MessageAttributeValue.builder()
            .dataType("String")
            .stringValue(request.requestId().value())
            .build();
    return SendMessageRequest.builder()
        .queueUrl(queueUrl)
        .messageGroupId(request.conversationId().value())
        .messageDeduplicationId(request.deduplicationId())
        .messageAttributes(Map.of(MessageAttribute.REQUEST_ID, id))
        .messageBody(Wire.write(request))
        .build();
  }
}
