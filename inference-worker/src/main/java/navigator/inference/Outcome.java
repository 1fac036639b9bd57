package navigator.inference;

import java.time.Instant;
import navigator.contracts.Usage;
import navigator.contracts.queue.Failure;

/** How one generation of a request ended, as it is stored before anybody is told. */
public sealed interface Outcome {

  /** When it came about. */
  Instant storedAt();

  /** The model calls behind it that count; throttled ones do not. */
  int attempts();

  /** The model answered. */
  record Answered(
      String reply, String model, String stopReason, Usage usage, int attempts, Instant storedAt)
      implements Outcome {}

  /**
   * The request was given up.
   *
   * @param model the model that was asked
   */
  record Failed(Failure failure, String model, Instant storedAt) implements Outcome {

    @Override
    public int attempts() {
      return failure.attempts();
    }
  }
}
