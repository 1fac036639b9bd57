package navigator.ops;

import java.util.List;

/** A queue of events that did not reach the table. */
public interface FailedEvents {

  /** Up to {@code most} of them, which nobody else receives for a while; none if it is empty. */
  List<FailedEvent> receive(int most);

  /** Deletes what was received. */
  void delete(List<FailedEvent> events);
}
