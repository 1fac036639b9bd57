package navigator.local.chaos;

import java.time.Duration;
import java.util.Optional;

/** Something that an operator decides to do at the command line. */
sealed interface CliAct {

  /** Decides that nothing is to be done about some letters, at most so many. */
  record Discard(int most) implements CliAct {}

  /** Takes that back for some of those that are discarded, and has these asked again. */
  record Restore(int most) implements CliAct {}

  /**
   * Starts a replay of everything and drives it.
   *
   * @param name nobody else's in a run
   * @param killed how long after its start the driver dies; empty if it does not
   */
  record Drive(String name, Optional<Duration> killed) implements CliAct {}
}
