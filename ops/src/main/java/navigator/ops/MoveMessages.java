package navigator.ops;

/** SQS's own move of the messages of a failure queue to the queue before it. */
public interface MoveMessages {

  /** Starts it. */
  void start();

  /** How far the latest is. */
  MoveTask latest();
}
