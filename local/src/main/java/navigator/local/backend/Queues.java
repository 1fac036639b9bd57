package navigator.local.backend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import navigator.local.topology.SqsQueue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes the queues of a topology. */
record Queues(SqsClient client) {

  void create(List<SqsQueue> queues) {
    deadLetterQueuesFirst(queues)
        .forEach(
            queue ->
                client.createQueue(
                    create -> create.queueName(queue.name()).attributes(attributes(queue))));
  }

  /** A redrive policy can only name a queue that is there. */
  private static List<SqsQueue> deadLetterQueuesFirst(List<SqsQueue> queues) {
    var ordered = new ArrayList<SqsQueue>();
    queues.forEach(queue -> addBehindItsTarget(queue, queues, ordered));
    return ordered;
  }

  private static void addBehindItsTarget(
      SqsQueue queue, List<SqsQueue> queues, List<SqsQueue> ordered) {
    if (ordered.contains(queue)) {
      return;
    }
    queue.redrive().stream()
        .flatMap(
            redrive -> queues.stream().filter(q -> q.arn().equals(redrive.deadLetterQueueArn())))
        .forEach(target -> addBehindItsTarget(target, queues, ordered));
    ordered.add(queue);
  }

  private static Map<QueueAttributeName, String> attributes(SqsQueue queue) {
    var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT,
        Long.toString(queue.visibilityTimeout().toSeconds()));
    attributes.put(
        QueueAttributeName.MESSAGE_RETENTION_PERIOD, Long.toString(queue.retention().toSeconds()));
    queue
        .redrive()
        .ifPresent(redrive -> attributes.put(QueueAttributeName.REDRIVE_POLICY, json(redrive)));
    if (queue.fifo()) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    }
    if (queue.contentBasedDeduplication()) {
      attributes.put(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true");
    }
    if (queue.highThroughput()) {
      attributes.put(QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup");
      attributes.put(QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId");
    }
    return attributes;
  }

  private static String json(SqsQueue.RedrivePolicy redrive) {
    return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
        .formatted(redrive.deadLetterQueueArn(), redrive.maxReceiveCount());
  }
}
