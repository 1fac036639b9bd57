package navigator.inference;

import navigator.contracts.queue.Failure;

/** Sends a message that is given up to the dead-letter queue. */
@FunctionalInterface
public interface SendDeadLetter {

  /** Sends the original body, with the failure beside it; a second time is harmless. */
  void send(Delivery delivery, Failure failure);
}
