package navigator.infra;

import java.util.List;
import software.amazon.awscdk.services.sqs.Queue;

/**
 * A queue of what the pipeline itself cannot process any more.
 *
 * @param name that of its alarm
 * @param meaning what a message in it means, and what to look at first
 */
record FailureQueue(String name, String meaning, Queue queue) {

  /** All three of them. */
  static List<FailureQueue> of(ChatQueues queues, Outcomes outcomes) {
    return List.of(
        new FailureQueue(
            "dead-letters-failed",
            "A dead letter could not even be given its fallback reply, so that the sweep ended its"
                + " request: look at the log of learning-navigator-dead-letter.",
            queues.deadLettersFailed()),
        new FailureQueue(
            "outcome-events-failed",
            "EventBridge could not hand an outcome to its writer, so that the sweep ended its"
                + " request: look at the throttles of learning-navigator-outcome.",
            outcomes.undelivered()),
        new FailureQueue(
            "outcome-invokes-failed",
            "An outcome failed in its writer at every try, so that the sweep ended its request:"
                + " look at the log of learning-navigator-outcome.",
            outcomes.unprocessed()));
  }
}
