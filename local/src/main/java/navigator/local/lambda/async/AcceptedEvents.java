package navigator.local.lambda.async;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The events that were accepted and have come to no end yet. Kept in memory: they go with the
 * process. Safe for use by many threads.
 */
public final class AcceptedEvents {
  private final Map<String, AsyncEvent> events = new ConcurrentHashMap<>();

  void add(AsyncEvent event) {
    events.put(event.invocation().requestId(), event);
  }

  void remove(AsyncEvent event) {
    events.remove(event.invocation().requestId());
  }

  /** How many there are. */
  public int size() {
    return events.size();
  }
}
