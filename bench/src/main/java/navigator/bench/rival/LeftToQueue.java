package navigator.bench.rival;

import java.time.Instant;
import java.util.List;
import navigator.inference.Delivery;
import navigator.inference.RequestQueue;

/** A queue whose visibility time-out brings back what was not finished, as it does by itself. */
record LeftToQueue(RequestQueue queue) implements RequestQueue {

  @Override
  public void delete(Delivery delivery) {
    queue.delete(delivery);
  }

  @Override
  public void putBack(List<Delivery> deliveries, Instant until) {
    // Nothing: reporting them as failed is all that a worker usually does.
  }
}
