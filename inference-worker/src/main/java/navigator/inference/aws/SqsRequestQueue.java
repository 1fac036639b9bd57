package navigator.inference.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import navigator.inference.Delivery;
import navigator.inference.RequestQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/** The FIFO queue that deliveries come from. Safe for use by many threads. */
public final class SqsRequestQueue implements RequestQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SqsRequestQueue.class);

  // SQS counts its twelve hours from the receive: an invocation is taken off.
  private static final Duration LONGEST = Duration.ofHours(12).minusMinutes(15);

  private final SqsClient sqs;
  private final String url;
  private final InstantSource clock;

  public SqsRequestQueue(SqsClient sqs, String url, InstantSource clock) {
    this.sqs = sqs;
    this.url = url;
    this.clock = clock;
  }

  @Override
  public void delete(Delivery delivery) {
    try {
      sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(delivery.receiptHandle()));
    } catch (SdkException e) {
      // The mapping deletes what is not reported as failed, too.
      warn("delivery.not_deleted", delivery.messageId(), e);
    }
  }

  @Override
  public void putBack(List<Delivery> deliveries, Instant until) {
    int seconds = seconds(until);
    // Last first: the head keeps its group locked until all are set.
    List<ChangeMessageVisibilityBatchRequestEntry> entries =
        deliveries.reversed().stream().map(delivery -> entry(delivery, seconds)).toList();
    try {
      // Those that fail come back when their visibility time-out ends.
      sqs.changeMessageVisibilityBatch(change -> change.queueUrl(url).entries(entries))
          .failed()
          .forEach(failed -> warn("delivery.not_put_back", failed.id(), failed.code()));
    } catch (SdkException e) {
      warn("delivery.not_put_back", deliveries.getFirst().messageId(), e);
    }
  }

  private int seconds(Instant until) {
    Duration wait = Duration.between(clock.instant(), until);
    if (wait.isNegative()) {
      return 0;
    }
    Duration bounded = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    return (int) Math.ceilDiv(bounded.toMillis(), 1_000L);
  }

  private static ChangeMessageVisibilityBatchRequestEntry entry(Delivery delivery, int seconds) {
    return ChangeMessageVisibilityBatchRequestEntry.builder()
        .id(delivery.messageId())
        .receiptHandle(delivery.receiptHandle())
        .visibilityTimeout(seconds)
        .build();
  }

  private static void warn(String what, String messageId, SdkException e) {
    warn(what, messageId, e.getClass().getSimpleName());
  }

  private static void warn(String what, String messageId, String fault) {
    LOG.atWarn().addKeyValue("message_id", messageId).addKeyValue("fault", fault).log(what);
  }
}
