package navigator.ops.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import navigator.contracts.RequestId;
import navigator.contracts.metric.FunctionName;
import navigator.contracts.metric.MetricLog;
import navigator.contracts.queue.ChatRequest;
import navigator.contracts.queue.MessageAttribute;
import navigator.contracts.wire.Wire;
import navigator.ops.replay.ReplayQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The FIFO queue that the workers read. Safe for use by many threads. */
final class SqsReplayQueue implements ReplayQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SqsReplayQueue.class);
  private static final MetricLog METRICS = MetricLog.of(SqsReplayQueue.class);

  /** Of all messages of a batch together; newer queues take four times as much. */
  private static final int MOST_BYTES = 256_000;

  private static final int ATTRIBUTES_BYTES = 256;

  private final SqsClient sqs;
  private final String queueUrl;

  SqsReplayQueue(SqsClient sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public Set<RequestId> send(List<ChatRequest> requests) {
    Set<RequestId> taken = new HashSet<>();
    int offered = 0;
    for (List<SendMessageBatchRequestEntry> batch : batches(requests)) {
      taken.addAll(sent(batch));
      offered += batch.size();
      if (taken.size() < offered) {
        // What follows may be of the same conversation, and goes after it.
        break;
      }
    }
    return taken;
  }

  static List<List<SendMessageBatchRequestEntry>> batches(List<ChatRequest> requests) {
    List<List<SendMessageBatchRequestEntry>> batches = new ArrayList<>();
    int bytes = MOST_BYTES;
    for (ChatRequest request : requests) {
      SendMessageBatchRequestEntry entry = entry(request);
      int size = entry.messageBody().getBytes(StandardCharsets.UTF_8).length + ATTRIBUTES_BYTES;
      if (bytes + size > MOST_BYTES) {
        batches.add(new ArrayList<>());
        bytes = 0;
      }
      batches.getLast().add(entry);
      bytes += size;
    }
    return batches;
  }

  private Set<RequestId> sent(List<SendMessageBatchRequestEntry> entries) {
    try {
      SendMessageBatchResponse response =
          sqs.sendMessageBatch(batch -> batch.queueUrl(queueUrl).entries(entries));
      Set<RequestId> taken = new HashSet<>();
      response.successful().forEach(sent -> taken.add(new RequestId(sent.id())));
      response
          .failed()
          .forEach(left -> LOG.atWarn().addKeyValue("request_id", left.id()).log("queue.refused"));
      return taken;
    } catch (SdkException e) {
      // Whatever it was, the requests are in the table, and are sent again.
      LOG.atError().setCause(e).log("queue.unavailable");
      METRICS.faulted(FunctionName.REPLAY);
      return Set.of();
    }
  }

  private static SendMessageBatchRequestEntry entry(ChatRequest request) {
    MessageAttributeValue id =
        MessageAttributeValue.builder()
            .dataType("String")
            .stringValue(request.requestId().value())
            .build();
    return SendMessageBatchRequestEntry.builder()
        .id(request.requestId().value())
        .messageGroupId(request.conversationId().value())
        .messageDeduplicationId(request.deduplicationId())
        .messageAttributes(Map.of(MessageAttribute.REQUEST_ID, id))
        .messageBody(Wire.write(request))
        .build();
  }
}
