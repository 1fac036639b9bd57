package navigator.inference;

import navigator.contracts.event.ChatOutcome;

/** Puts an outcome on the bus. */
@FunctionalInterface
public interface PublishOutcome {

  /**
   * Publishes; a second time is harmless.
   *
   * @throws java.io.UncheckedIOException if the bus did not take it
   */
  void publish(ChatOutcome outcome);
}
