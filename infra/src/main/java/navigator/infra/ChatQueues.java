package navigator.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The FIFO queues that requests pass through, with the conversation as message group: requests, the
 * dead letters that get a fallback reply, and behind those what not even that could be done for.
 */
final class ChatQueues extends Construct {

  /** A last resort only: deferred deliveries raise the receive count too. */
  private static final int MAX_RECEIVES_OF_REQUESTS = 500;

  /** Half an hour of failures; by then the request was ended by its deadline. */
  private static final int MAX_RECEIVES_OF_DEAD_LETTERS = 20;

  private final Queue deadLettersFailed;
  private final Queue deadLetters;
  private final Queue requests;

  ChatQueues(Construct scope, StackSettings settings) {
    super(scope, "ChatQueues");
    Retention retention = settings.retention();
    deadLettersFailed =
        fifo("DeadLettersFailed", "chat-dead-letters-failed.fifo", retention.failed(), settings)
            .build();
    Suppress.finding(
        deadLettersFailed, "AwsSolutions-SQS3", "It is the last of the dead-letter queues.");
    deadLetters =
        fifo("DeadLetters", "chat-dead-letters.fifo", retention.failed(), settings)
            .deadLetterQueue(behind(deadLettersFailed, MAX_RECEIVES_OF_DEAD_LETTERS))
            .build();
    requests =
        fifo("Requests", "chat-requests.fifo", retention.queued(), settings)
            .deadLetterQueue(behind(deadLetters, MAX_RECEIVES_OF_REQUESTS))
            .build();
  }

  Queue requests() {
    return requests;
  }

  Queue deadLetters() {
    return deadLetters;
  }

  Queue deadLettersFailed() {
    return deadLettersFailed;
  }

  /** High-throughput mode: limits and deduplication are those of a conversation. */
  private Queue.Builder fifo(
      String id, String name, java.time.Duration retention, StackSettings settings) {
    return Queue.Builder.create(this, id)
        .queueName(name)
        .fifo(true)
        .contentBasedDeduplication(false)
        .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
        .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID)
        .visibilityTimeout(Duration.seconds(settings.timing().visibilityTimeout().toSeconds()))
        .retentionPeriod(Duration.seconds(retention.toSeconds()))
        .encryption(QueueEncryption.SQS_MANAGED)
        .enforceSsl(true)
        .removalPolicy(settings.stage().removalPolicy());
  }

  private static DeadLetterQueue behind(Queue queue, int maxReceives) {
    return DeadLetterQueue.builder().queue(queue).maxReceiveCount(maxReceives).build();
  }
}
