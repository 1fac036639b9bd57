package navigator.ops;

import java.time.Duration;

/** Waits; tests do not. */
@FunctionalInterface
public interface Pause {
  void pause(Duration duration) throws InterruptedException;
}
