package navigator.ops;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import navigator.contracts.environment.StackOutput;

/** The queues of a stack. */
public enum StackQueue {
  /** What waits for an answer. */
  REQUESTS(StackOutput.REQUEST_QUEUE_URL),
  /** What was given up and waits for its fallback reply. */
  DEAD_LETTERS(StackOutput.DEAD_LETTER_QUEUE_URL),
  /** What not even a fallback reply could be published for. */
  DEAD_LETTERS_FAILED(StackOutput.DEAD_LETTERS_FAILED_QUEUE_URL),
  /** Outcomes that EventBridge could not hand to the function that writes them. */
  OUTCOME_EVENTS_FAILED(StackOutput.OUTCOME_EVENTS_FAILED_QUEUE_URL),
  /** Outcomes that the function failed to write. */
  OUTCOME_INVOKES_FAILED(StackOutput.OUTCOME_INVOKES_FAILED_QUEUE_URL);

  private final String output;

  StackQueue(String output) {
    this.output = output;
  }

  /** The stack's output that holds its URL. */
  public String output() {
    return output;
  }

  /** As operators name it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it holds what is over only when an operator has done something about it. */
  public boolean holdsFailures() {
    return switch (this) {
      case REQUESTS, DEAD_LETTERS -> false;
      case DEAD_LETTERS_FAILED, OUTCOME_EVENTS_FAILED, OUTCOME_INVOKES_FAILED -> true;
    };
  }

  /** The queue of that name; empty if there is none. */
  public static Optional<StackQueue> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(queue -> queue.wireName().equals(wireName)).findFirst();
  }
}
