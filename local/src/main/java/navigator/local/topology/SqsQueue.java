package navigator.local.topology;

import java.time.Duration;
import java.util.Optional;

/**
 * A queue, {@code AWS::SQS::Queue}.
 *
 * @param url as the functions' environment names it
 * @param highThroughput FIFO only: deduplication and throughput limit by message group
 */
public record SqsQueue(
    String name,
    String arn,
    String url,
    boolean fifo,
    boolean highThroughput,
    boolean contentBasedDeduplication,
    Duration visibilityTimeout,
    Duration retention,
    Optional<RedrivePolicy> redrive) {

  /** After how many receives a message is moved, and where to. */
  public record RedrivePolicy(String deadLetterQueueArn, int maxReceiveCount) {}
}
