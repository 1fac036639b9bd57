package navigator.inference;

import java.time.Instant;
import java.util.List;

/** The queue that deliveries come from. What it cannot do now, SQS does a little later. */
public interface RequestQueue {

  /** Takes a finished message out; one that is gone already, or stays, is no fault. */
  void delete(Delivery delivery);

  /** Makes messages visible again at {@code until}, or at once if that has passed. */
  void putBack(List<Delivery> deliveries, Instant until);
}
