package navigator.ops.aws;

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

  /** The queue that the workers read. */
  public ReplayQueue requests(String queueUrl) {
    return new SqsReplayQueue(sqs, queueUrl);
  }
}
