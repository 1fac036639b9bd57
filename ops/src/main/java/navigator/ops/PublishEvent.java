package navigator.ops;

/** The bus that outcomes are published on. Called by many threads. */
@FunctionalInterface
public interface PublishEvent {

  /**
   * Publishes an event.
   *
   * @return whether the bus took it
   */
  boolean publish(BusEvent event);
}
