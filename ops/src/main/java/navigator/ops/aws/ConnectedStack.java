package navigator.ops.aws;

import navigator.ops.FailedEvents;
import navigator.ops.MoveMessages;
import navigator.ops.PublishEvent;
import navigator.ops.Queues;
import navigator.ops.StackParts;
import navigator.ops.StackQueue;
import navigator.ops.replay.ReplayQueue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A stack, connected. Safe for use by many threads. */
public final class ConnectedStack implements AutoCloseable {

  private final StackParts parts;
  private final OpsTable table;
  private final SqsClient sqs;
  private final EventBridgeClient events;
  private final SqsQueues queues;

  ConnectedStack(StackParts parts, OpsTable table, SqsClient sqs, EventBridgeClient events) {
    this.parts = parts;
    this.table = table;
    this.sqs = sqs;
    this.events = events;
    this.queues = new SqsQueues(sqs, parts.queues());
  }

  public StackParts parts() {
    return parts;
  }

  public OpsTable table() {
    return table;
  }

  public Queues queues() {
    return queues;
  }

  /** SQS's move of the dead letters that failed to where they are consumed. */
  public MoveMessages deadLettersBack() {
    return new SqsMove(
        sqs, queues.arn(StackQueue.DEAD_LETTERS_FAILED), queues.arn(StackQueue.DEAD_LETTERS));
  }

  /** Events that EventBridge gave up. */
  public FailedEvents failedEvents() {
    return new SqsFailedEvents(
        sqs, queues.url(StackQueue.OUTCOME_EVENTS_FAILED), Envelopes::ofRule);
  }

  /** Events that the function which writes outcomes gave up. */
  public FailedEvents failedInvocations() {
    return new SqsFailedEvents(
        sqs, queues.url(StackQueue.OUTCOME_INVOKES_FAILED), Envelopes::ofInvocation);
  }

  /** The queue that the workers read, for what is asked again. */
  public ReplayQueue requests() {
    return new SqsReplayQueue(sqs, queues.url(StackQueue.REQUESTS));
  }

  public PublishEvent bus() {
    return new OutcomeBus(events, parts.bus());
  }

  @Override
  public void close() {
    sqs.close();
    events.close();
  }
}
