package navigator.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import navigator.local.topology.SqsQueue;

/**
 * Reads {@code AWS::SQS::Queue}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html">The
 *     type's reference</a>
 */
final class Queues {

  private static final int DEFAULT_VISIBILITY_SECONDS = 30;
  private static final int DEFAULT_RETENTION_SECONDS = 345_600;

  private Queues() {}

  static List<SqsQueue> read(Stack stack) {
    return stack.each(EmulatedType.QUEUE, (resource, p) -> queue(stack, resource, p));
  }

  private static SqsQueue queue(Stack stack, Resource resource, Properties p) {
    p.withoutEffect("messages do not leave the machine", "SqsManagedSseEnabled")
        .withoutEffect("nobody is billed", "Tags");
    p.optionalText("QueueName");
    return new SqsQueue(
        stack.resolver().attribute(resource, "QueueName"),
        stack.arn(resource),
        stack.resolver().ref(resource),
        p.flag("FifoQueue"),
        highThroughput(p),
        p.flag("ContentBasedDeduplication"),
        Duration.ofSeconds(p.number("VisibilityTimeout").orElse(DEFAULT_VISIBILITY_SECONDS)),
        Duration.ofSeconds(p.number("MessageRetentionPeriod").orElse(DEFAULT_RETENTION_SECONDS)),
        redrive(p));
  }

  /** Both have to be set, or the queue is an ordinary one. */
  private static boolean highThroughput(Properties p) {
    var scope = p.optionalText("DeduplicationScope");
    var limit = p.optionalText("FifoThroughputLimit");
    return scope.filter("messageGroup"::equals).isPresent()
        && limit.filter("perMessageGroupId"::equals).isPresent();
  }

  private static Optional<SqsQueue.RedrivePolicy> redrive(Properties p) {
    if (!p.has("RedrivePolicy")) {
      return Optional.empty();
    }
    var redrive = p.object("RedrivePolicy");
    return Optional.of(
        new SqsQueue.RedrivePolicy(
            redrive.text("deadLetterTargetArn"), redrive.number("maxReceiveCount").orElse(10)));
  }
}
