package navigator.ops.aws;

import java.util.Map;
import navigator.ops.Queues;
import navigator.ops.StackQueue;
import navigator.ops.replay.ReplayQueue;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues as operators see them, connected. Safe for use by many threads. */
public final class OpsQueues {

  private final SqsClient sqs;

  OpsQueues(SqsClient sqs) {
    this.sqs = sqs;
  }

  /** The queues, with the credentials, region and endpoint of the platform. */
  public static OpsQueues connect() {
    return new OpsQueues(Clients.sqs());
  }

  /**
   * How much is in each.
   *
   * @param urls of all of them
   */
  public Queues depths(Map<StackQueue, String> urls) {
    return new SqsQueues(sqs, urls);
  }

  /** The queue that the workers read. */
  public ReplayQueue requests(String queueUrl) {
    return new SqsReplayQueue(sqs, queueUrl);
  }
}
