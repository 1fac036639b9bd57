package navigator.ops;

/** Looks into the queues of a stack. Called by many threads. */
@FunctionalInterface
public interface Queues {

  /** How much is in the queue. */
  QueueDepth depth(StackQueue queue);
}
