package navigator.persistence;

import java.time.Duration;

/** Waits in process; the core waits through it so that its clock and its waits agree. */
@FunctionalInterface
public interface Pause {

  /**
   * Returns after {@code wait}.
   *
   * @throws InterruptedException if the thread is told to stop waiting
   */
  void during(Duration wait) throws InterruptedException;
}
