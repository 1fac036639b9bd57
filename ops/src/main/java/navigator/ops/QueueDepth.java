package navigator.ops;

/**
 * How much is in a queue, as SQS estimates it.
 *
 * @param waiting messages that can be received
 * @param inFlight messages that were received and are invisible, those put back for later included
 * @param delayed messages that were sent to be visible later
 */
public record QueueDepth(String queue, long waiting, long inFlight, long delayed) {

  static QueueDepth of(StackQueue queue, long waiting, long inFlight, long delayed) {
    return new QueueDepth(queue.wireName(), waiting, inFlight, delayed);
  }
}
