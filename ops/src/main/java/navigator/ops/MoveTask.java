package navigator.ops;

import org.jspecify.annotations.Nullable;

/**
 * SQS's own move of messages, as far as it is.
 *
 * @param moved messages so far
 * @param toMove about how many there were at its start; null if SQS does not say
 * @param failure why it ended early; null unless it did
 */
public record MoveTask(State state, long moved, @Nullable Long toMove, @Nullable String failure) {

  /** How far it is. */
  public enum State {
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED
  }
}
