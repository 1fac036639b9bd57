package navigator.ops.aws;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import navigator.ops.QueueDepth;
import navigator.ops.Queues;
import navigator.ops.StackQueue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of a stack. Safe for use by many threads. */
final class SqsQueues implements Queues {

  private static final List<QueueAttributeName> COUNTS =
      List.of(
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
          QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

  private final SqsClient sqs;
  private final Map<StackQueue, String> urls;

  SqsQueues(SqsClient sqs, Map<StackQueue, String> urls) {
    this.sqs = sqs;
    this.urls = new EnumMap<>(urls);
  }

  @Override
  public QueueDepth depth(StackQueue queue) {
    Map<QueueAttributeName, String> counts =
        sqs.getQueueAttributes(get -> get.queueUrl(url(queue)).attributeNames(COUNTS)).attributes();
    return new QueueDepth(
        queue.wireName(),
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
  }

  private static long count(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
    return Long.parseLong(counts.getOrDefault(name, "0"));
  }

  String url(StackQueue queue) {
    String url = urls.get(queue);
    if (url == null) {
      throw new IllegalStateException("The stack has no queue " + queue.wireName());
    }
    return url;
  }

  String arn(StackQueue queue) {
    return sqs.getQueueAttributes(
            get -> get.queueUrl(url(queue)).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }
}
