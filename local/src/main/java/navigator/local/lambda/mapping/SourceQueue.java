package navigator.local.lambda.mapping;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import navigator.local.topology.QueueMapping;
import navigator.local.topology.SqsQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The queue of an event source mapping, read and cleared in the role of the function. */
final class SourceQueue {
  private static final Logger LOG = LoggerFactory.getLogger(SourceQueue.class);
  // Not Lambda's 20 s: a poll that a stop breaks off goes on at the queue until then.
  private static final Duration LONG_POLL = Duration.ofSeconds(2);
  // SQS's own limit for one receive and for one batch of deletes.
  private static final int CALL_LIMIT = 10;

  private final SqsQueue queue;
  private final QueueMapping mapping;
  private final SqsClient client;
  private final InstantSource clock;

  SourceQueue(SqsQueue queue, QueueMapping mapping, SqsClient client, InstantSource clock) {
    this.queue = queue;
    this.mapping = mapping;
    this.client = client;
    this.clock = clock;
  }

  /** Waits for messages; none when the long poll ended without any. */
  List<Message> receive() {
    var batch = new ArrayList<>(receive(mapping.batchSize(), LONG_POLL));
    var full = clock.instant().plus(mapping.batchingWindow());
    while (!batch.isEmpty() && batch.size() < mapping.batchSize()) {
      var left = Duration.between(clock.instant(), full);
      if (!left.isPositive()) {
        break;
      }
      batch.addAll(receive(mapping.batchSize() - batch.size(), shorter(left, LONG_POLL)));
    }
    return List.copyOf(batch);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private List<Message> receive(int most, Duration wait) {
    return client
        .receiveMessage(
            request ->
                request
                    .queueUrl(queue.url())
                    .maxNumberOfMessages(Math.min(most, CALL_LIMIT))
                    .waitTimeSeconds((int) wait.toSeconds())
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  /** Deletes messages; what is not deleted comes again, which at-least-once delivery allows. */
  void delete(List<Message> messages) {
    for (var from = 0; from < messages.size(); from += CALL_LIMIT) {
      deleteUpToTen(messages.subList(from, Math.min(messages.size(), from + CALL_LIMIT)));
    }
  }

  private void deleteUpToTen(List<Message> messages) {
    try {
      client.deleteMessageBatch(
          request -> request.queueUrl(queue.url()).entries(entries(messages)));
    } catch (SdkException e) {
      LOG.warn("Messages of {} were not deleted and will come again", queue.name(), e);
    }
  }

  private static List<DeleteMessageBatchRequestEntry> entries(List<Message> messages) {
    return messages.stream()
        .map(
            message ->
                DeleteMessageBatchRequestEntry.builder()
                    .id(message.messageId())
                    .receiptHandle(message.receiptHandle())
                    .build())
        .toList();
  }
}
