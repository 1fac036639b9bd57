package navigator.ops;

import java.time.Duration;

/** A way to let time pass. */
@FunctionalInterface
public interface Pause {

  /** Returns when so much time has passed. */
  void during(Duration time) throws InterruptedException;
}
